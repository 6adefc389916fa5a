import { summarizeText } from "#basic/keywords/summarize.ts"
import { notSetUp } from "./not-set-up.ts"

export const summarizeTextHandler = notSetUp(summarizeText, "llm-provider")
