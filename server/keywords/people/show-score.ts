import { scoreLead } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import type { Lead } from "#server/records/leads/change-leads.ts"

/** The score of a lead, as a script reads it. */
export function showScore({ name, facts, bonus }: Lead): { [key: string]: Json } {
  const { breakdown, ...score } = scoreLead(facts, bonus)
  return { lead_id: name, ...score, breakdown: { ...breakdown } }
}
