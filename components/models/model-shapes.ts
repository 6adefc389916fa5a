import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "#server/trpc/router.ts"

export type ModelSettings = inferRouterOutputs<AppRouter>["models"]["list"]
export type ModelAccount = ModelSettings["accounts"][number]
/** The organization, or one bot of it. */
export type ModelPlace = { readonly botId?: string }
