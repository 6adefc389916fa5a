import { defineCommand } from "./define.ts"

export const summarizeText = defineCommand({
  name: "SUMMARIZE",
  forms: ["SUMMARIZE {text}"],
  effect: "outside",
  group: "ai",
  summary: "Has a language model say a text in few sentences.",
  params: {
    text: { kind: "text", doc: "The text.", isLong: true },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "model.refused", "model.timed_out", "model.limit_reached"],
  example: 'TALK SUMMARIZE "We open at nine. We close at six. On Sundays we stay closed."',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.summarize",
    inPalette: true,
    snippet: 'text = SUMMARIZE "We open at nine. We close at six."',
  },
})
