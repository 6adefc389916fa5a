import { judgeSentiment } from "#basic/keywords/sentiment.ts"
import { notSetUp } from "./not-set-up.ts"

export const judgeSentimentHandler = notSetUp(judgeSentiment, "llm-provider")
