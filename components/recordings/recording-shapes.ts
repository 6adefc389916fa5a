import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "#server/trpc/router.ts"

/** A conversation as the server opens it. */
export type Recording = inferRouterOutputs<AppRouter>["recordings"]["get"]
export type RecordedTurn = Recording["turns"][number]
