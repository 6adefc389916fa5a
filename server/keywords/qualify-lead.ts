import { fromJson, qualifyLead as qualify, scoreLead } from "#basic"
import { qualifyLead } from "#basic/keywords/qualify-lead.ts"
import { findLead } from "#server/records/leads/change-leads.ts"
import { handlerFor } from "./handler.ts"

export const qualifyLeadHandler = handlerFor(
  qualifyLead,
  async ({ lead = "", threshold = 70 }, step) =>
    fromJson(
      await step.record(async (tx, place) => {
        const { facts, bonus } = await findLead(tx, place, lead)
        return { ...qualify(scoreLead(facts, bonus).score, threshold) }
      }),
    ),
)
