import { getSummary } from "#basic/keywords/get-summary.ts"
import { notSetUp } from "./not-set-up.ts"

export const getSummaryHandler = notSetUp(getSummary, "llm-provider")
