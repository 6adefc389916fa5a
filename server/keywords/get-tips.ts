import { getTips } from "#basic/keywords/get-tips.ts"
import { notSetUp } from "./not-set-up.ts"

export const getTipsHandler = notSetUp(getTips, "llm-provider")
