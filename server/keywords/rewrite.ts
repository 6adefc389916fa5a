import { rewriteText } from "#basic/keywords/rewrite.ts"
import { notSetUp } from "./not-set-up.ts"

export const rewriteTextHandler = notSetUp(rewriteText, "llm-provider")
