import { defineCommand } from "./define.ts"

export const classifyText = defineCommand({
  name: "CLASSIFY",
  forms: ["CLASSIFY {text}, {labels}"],
  effect: "outside",
  group: "ai",
  summary: "Has a language model say which of several labels fits a text.",
  params: {
    text: { kind: "text", doc: "The text.", isLong: true },
    labels: { kind: "expressions", doc: "The labels: several texts, or one list." },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "model.refused", "model.timed_out", "model.limit_reached"],
  example:
    'topic = CLASSIFY "My parcel is late", "delivery", "payment"\nTALK "It is about " + topic',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.classify",
    inPalette: true,
    snippet: 'topic = CLASSIFY "My parcel is late", "delivery", "payment"',
  },
})
