import { defineCommand } from "./define.ts"

export const rewriteText = defineCommand({
  name: "REWRITE",
  forms: ["REWRITE {text}"],
  effect: "outside",
  group: "ai",
  summary: "Has a language model write a text better, in the same language.",
  params: {
    text: { kind: "text", doc: "The text.", isLong: true },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "model.refused", "model.timed_out", "model.limit_reached"],
  example: 'TALK REWRITE "we is closed on sunday"',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.rewrite",
    inPalette: true,
    snippet: 'text = REWRITE "we is closed on sunday"',
  },
})
