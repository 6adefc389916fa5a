import { defineCommand } from "./define.ts"

export const getSummary = defineCommand({
  name: "GET SUMMARY",
  forms: ["GET SUMMARY {conversation}"],
  effect: "outside",
  group: "people",
  summary: "Asks a model to sum up a conversation.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
  },
  result: "map",
  raises: ["service.not_set_up", "model.limit_reached", "model.broke_off"],
  example: 's = GET SUMMARY ""\nTALK s.summary',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
