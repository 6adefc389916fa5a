import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "#server/trpc/router.ts"

type Outputs = inferRouterOutputs<AppRouter>["evaluations"]

export type ListedSet = Outputs["list"][number]
export type RunSummary = ListedSet["runs"][number]
export type EvaluationSet = Outputs["getSet"]
export type Question = EvaluationSet["questions"][number]
export type Run = Outputs["getRun"]
export type Result = Run["results"][number]
