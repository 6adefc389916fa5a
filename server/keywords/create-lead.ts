import { fromJson } from "#basic"
import { createLead } from "#basic/keywords/create-lead.ts"
import { saveLead } from "#server/records/leads/change-leads.ts"
import { handlerFor } from "./handler.ts"
import { readLead } from "./people/read-lead.ts"
import { showScore } from "./people/show-score.ts"

export const createLeadHandler = handlerFor(createLead, async ({ lead, facts, fields }, step) => {
  const { name, known } = readLead(lead, fields ?? facts ?? null)
  return fromJson(
    await step.record(async (tx, place) => ({
      success: true,
      ...showScore(await saveLead(tx, place, name, known)),
    })),
  )
})
