import { defineCommand } from "./define.ts"

export const updateLeadScore = defineCommand({
  name: "UPDATE LEAD SCORE",
  forms: ["UPDATE LEAD SCORE {lead}, {delta}", "UPDATE LEAD SCORE {lead}, {delta}, {reason}"],
  effect: "data",
  group: "people",
  summary: "Adds to the score of somebody, and keeps the reason.",
  params: {
    lead: { kind: "text", doc: "Their name: what CREATE LEAD gave as lead_id." },
    delta: { kind: "number", min: -1000, max: 1000, doc: "What to add; negative takes away." },
    reason: { kind: "text", doc: "Why." },
  },
  result: "map",
  raises: [],
  example:
    's = UPDATE LEAD SCORE "ana@example.org", 10, "Asked for an offer"\nTALK "Score " + s.score',
  canvas: {
    icon: "numbers",
    family: "people",
    titleKey: "steps.command",
  },
})
