import { defineCommand } from "./define.ts"

export const analyzeSentiment = defineCommand({
  name: "ANALYZE SENTIMENT",
  forms: ["ANALYZE SENTIMENT {conversation}, {message}"],
  effect: "outside",
  group: "people",
  summary: "Asks a model how the customer feels.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
    message: { kind: "text", isLong: true, doc: "What the customer wrote." },
  },
  result: "map",
  raises: ["service.not_set_up", "model.limit_reached", "model.broke_off"],
  example: 's = ANALYZE SENTIMENT "", "Thank you!"\nTALK s.overall',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
