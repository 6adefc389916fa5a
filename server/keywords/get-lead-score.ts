import { fromJson } from "#basic"
import { getLeadScore } from "#basic/keywords/get-lead-score.ts"
import { findLead } from "#server/records/leads/change-leads.ts"
import { handlerFor } from "./handler.ts"
import { showScore } from "./people/show-score.ts"

export const getLeadScoreHandler = handlerFor(getLeadScore, async ({ lead = "" }, step) =>
  fromJson(await step.record(async (tx, place) => showScore(await findLead(tx, place, lead)))),
)
