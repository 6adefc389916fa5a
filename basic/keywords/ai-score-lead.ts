import { defineCommand } from "./define.ts"

export const aiScoreLead = defineCommand({
  name: "AI SCORE LEAD",
  forms: ["AI SCORE LEAD {lead}"],
  effect: "outside",
  group: "people",
  summary: "Asks a model how likely somebody is to buy.",
  params: {
    lead: { kind: "any", doc: "What is known of them." },
  },
  result: "map",
  raises: ["service.not_set_up", "model.limit_reached", "model.broke_off"],
  example: 's = AI SCORE LEAD { name: "Ana" }\nTALK "Score " + s.score',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
