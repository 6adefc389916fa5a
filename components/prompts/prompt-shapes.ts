import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "#server/trpc/router.ts"

type Outputs = inferRouterOutputs<AppRouter>["prompts"]

export type Prompt = Outputs["get"]
export type Version = Prompt["versions"][number]
export type PromptFigures = Outputs["figures"]
export type SplitFigures = PromptFigures["splits"][number]
