import { translateText } from "#basic/keywords/translate.ts"
import { notSetUp } from "./not-set-up.ts"

export const translateTextHandler = notSetUp(translateText, "llm-provider")
