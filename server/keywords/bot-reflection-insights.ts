import { botReflectionInsights } from "#basic/keywords/bot-reflection-insights.ts"
import { notSetUp } from "./not-set-up.ts"

export const botReflectionInsightsHandler = notSetUp(
  botReflectionInsights,
  "bot-reflection-enabled",
)
