import { improveText } from "#basic/keywords/improve-text.ts"
import { notSetUp } from "./not-set-up.ts"

export const improveTextHandler = notSetUp(improveText, "llm-provider")
