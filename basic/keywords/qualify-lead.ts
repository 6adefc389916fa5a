import { defineCommand } from "./define.ts"

export const qualifyLead = defineCommand({
  name: "QUALIFY LEAD",
  forms: ["QUALIFY LEAD {lead}", "QUALIFY LEAD {lead}, {threshold}"],
  effect: "data",
  group: "people",
  summary: "Tells whether the score of somebody reaches a threshold.",
  params: {
    lead: { kind: "text", doc: "Their name: what CREATE LEAD gave as lead_id." },
    threshold: {
      kind: "number",
      min: 0,
      max: 100,
      doc: "The score that is enough; 70 when left out.",
    },
  },
  result: "map",
  raises: [],
  example: 'q = QUALIFY LEAD "ana@example.org", 50\nTALK "Qualified: " + q.qualified',
  canvas: {
    icon: "numbers",
    family: "people",
    titleKey: "steps.command",
  },
})
