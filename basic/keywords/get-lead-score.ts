import { defineCommand } from "./define.ts"

export const getLeadScore = defineCommand({
  name: "GET LEAD SCORE",
  forms: ["GET LEAD SCORE {lead}"],
  effect: "data",
  group: "people",
  summary: "Tells the score of somebody who was written down.",
  params: {
    lead: { kind: "text", doc: "Their name: what CREATE LEAD gave as lead_id." },
  },
  result: "map",
  raises: [],
  example: 's = GET LEAD SCORE "ana@example.org"\nTALK "Grade " + s.grade',
  canvas: {
    icon: "numbers",
    family: "people",
    titleKey: "steps.command",
  },
})
