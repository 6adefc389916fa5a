import { fromJson } from "#basic"
import { judgeSentiment } from "#basic/keywords/sentiment.ts"
import { handlerFor } from "./handler.ts"
import { isJsonObject } from "./http/read-json.ts"
import { readAnswer } from "./model/read-answer.ts"
import { workOnText } from "./model/work-on-text.ts"
import { EffectFailed } from "./step.ts"

const task =
  'Judge the mood of the text. Reply with JSON: {"sentiment": "positive", "neutral" or "negative", "score": a number from -1 to 1}.'

export const judgeSentimentHandler = handlerFor(judgeSentiment, async ({ text = "" }, step) => {
  const answer = readAnswer(await workOnText("SENTIMENT", task, text, step), true)
  const { sentiment, score } = isJsonObject(answer) ? answer : {}
  if (typeof sentiment !== "string" || !/^(?:positive|neutral|negative)$/.test(sentiment))
    throw new EffectFailed("model.broke_off", "The model gave no mood as its answer.")
  const number = typeof score === "number" ? Math.min(1, Math.max(-1, score)) : 0
  return fromJson({ sentiment, score: number })
})
