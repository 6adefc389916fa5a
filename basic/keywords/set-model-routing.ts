import { defineCommand } from "./define.ts"

export const setModelRouting = defineCommand({
  name: "SET MODEL ROUTING",
  forms: ["SET MODEL ROUTING {strategy}"],
  effect: "data",
  group: "ai",
  summary: "Chooses how the model for each question is found.",
  params: {
    strategy: {
      kind: "text",
      doc: '"manual", "auto", "cost", "quality", "load-balanced" or "fallback".',
    },
  },
  result: "nothing",
  raises: ["assistant.word_unknown"],
  example: 'SET MODEL ROUTING "cost"\nTALK "Done."',
  canvas: {
    icon: "route",
    family: "ai",
    titleKey: "steps.command",
  },
})
