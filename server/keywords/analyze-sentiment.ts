import { analyzeSentiment } from "#basic/keywords/analyze-sentiment.ts"
import { notSetUp } from "./not-set-up.ts"

export const analyzeSentimentHandler = notSetUp(analyzeSentiment, "llm-provider")
