import { defineCommand } from "./define.ts"

export const improveText = defineCommand({
  name: "IMPROVE TEXT",
  forms: ["IMPROVE TEXT {text}[ WITH TONE {tone}]"],
  effect: "outside",
  group: "ai",
  summary: "Has a language model write a text better, in the tone that is asked for.",
  params: {
    text: { kind: "text", doc: "The text.", isLong: true },
    tone: { kind: "text", doc: '"friendly", "formal" and so on.' },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "model.refused", "model.timed_out", "model.limit_reached"],
  example: 'TALK IMPROVE TEXT "send money now" WITH TONE "friendly"',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
