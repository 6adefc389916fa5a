import { classifyText } from "#basic/keywords/classify.ts"
import { notSetUp } from "./not-set-up.ts"

export const classifyTextHandler = notSetUp(classifyText, "llm-provider")
