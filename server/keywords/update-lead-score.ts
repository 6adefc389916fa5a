import { fromJson } from "#basic"
import { updateLeadScore } from "#basic/keywords/update-lead-score.ts"
import { addToScore } from "#server/records/leads/change-leads.ts"
import { handlerFor } from "./handler.ts"
import { showScore } from "./people/show-score.ts"

export const updateLeadScoreHandler = handlerFor(
  updateLeadScore,
  async ({ lead = "", delta = 0, reason = "" }, step) => {
    const change = { delta: Math.round(delta), reason: reason.slice(0, 500) }
    return fromJson(
      await step.record(async (tx, place) => showScore(await addToScore(tx, place, lead, change))),
    )
  },
)
