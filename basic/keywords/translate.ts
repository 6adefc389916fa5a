import { defineCommand } from "./define.ts"

export const translateText = defineCommand({
  name: "TRANSLATE",
  forms: ["TRANSLATE {text}, {language}", "TRANSLATE {text} TO {language}"],
  effect: "outside",
  group: "ai",
  summary: "Has a language model translate a text.",
  params: {
    text: { kind: "text", doc: "The text.", isLong: true },
    language: {
      kind: "text",
      doc: 'The language to translate into: a code such as "pt", or its name.',
    },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "model.refused", "model.timed_out", "model.limit_reached"],
  example: 'TALK TRANSLATE "Good morning", "pt"',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.translate",
    inPalette: true,
    snippet: 'text = TRANSLATE "Good morning", "pt"',
  },
})
