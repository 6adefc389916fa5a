import { fromJson, toJson } from "#basic"
import { aiScoreLead } from "#basic/keywords/ai-score-lead.ts"
import { handlerFor } from "./handler.ts"
import { workOnText } from "./model/work-on-text.ts"
import { numberIn, objectOf, textsOf } from "./people/advise.ts"

const parts = ["demographic", "firmographic", "behavioral", "engagement"] as const
const task = `The text is what is known of somebody who may buy. Judge how likely that is. Reply with JSON: {${parts.map((part) => `"${part}": 0 to 25`).join(", ")}, "confidence": 0 to 1, "reasoning": "one sentence", "recommendations": ["..."]}.`

const grades = [
  { from: 80, grade: "A", status: "hot" },
  { from: 60, grade: "B", status: "warm" },
  { from: 40, grade: "C", status: "warm" },
  { from: 20, grade: "D", status: "cold" },
  { from: 0, grade: "F", status: "unqualified" },
] as const

/**
 * The score is the sum of the parts the model judged, so that it never contradicts them.
 *
 * Shape: {score, grade, status, breakdown, recommendations, ai_confidence, ai_reasoning}.
 */
export const aiScoreLeadHandler = handlerFor(aiScoreLead, async ({ lead = null }, step) => {
  const known = JSON.stringify(toJson(lead))
  const judged = objectOf(await workOnText("AI SCORE LEAD", task, known, step))
  const breakdown = Object.fromEntries(parts.map((part) => [part, numberIn(judged[part], 0, 25)]))
  const score = Math.round(Object.values(breakdown).reduce((sum, points) => sum + points, 0))
  const { grade, status } = grades.find(({ from }) => score >= from) ?? grades[4]
  return fromJson({
    ...{ score, grade, status, breakdown, recommendations: textsOf(judged.recommendations) },
    ai_confidence: numberIn(judged.confidence, 0, 1),
    ai_reasoning: typeof judged.reasoning === "string" ? judged.reasoning : "",
  })
})
