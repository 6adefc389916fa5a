import { fromJson } from "#basic"
import { analyzeSentiment } from "#basic/keywords/analyze-sentiment.ts"
import { handlerFor } from "./handler.ts"
import { adviseAsObject, numberIn, wordOf } from "./people/advise.ts"

const task =
  'The text is a conversation. Judge how the customer feels at its end. Reply with JSON: {"overall": "positive", "neutral" or "negative", "score": a number from -1 to 1, "escalation_risk": "low", "medium" or "high"}.'
const faces = { positive: "🙂", neutral: "😐", negative: "🙁" } as const

/** Shape: {success, overall, score, escalation_risk, emoji}. */
export const analyzeSentimentHandler = handlerFor(
  analyzeSentiment,
  async ({ conversation = "", message }, step) => {
    const request = { keyword: "ANALYZE SENTIMENT", task, conversation, message }
    const judged = await adviseAsObject(request, step)
    const overall = wordOf(judged.overall, ["neutral", "positive", "negative"])
    return fromJson({
      ...{ success: true, overall, emoji: faces[overall], score: numberIn(judged.score, -1, 1) },
      escalation_risk: wordOf(judged.escalation_risk, ["low", "medium", "high"]),
    })
  },
)
