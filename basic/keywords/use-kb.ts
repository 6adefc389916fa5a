import { defineCommand } from "./define.ts"

export const useKb = defineCommand({
  name: "USE KB",
  forms: ["USE KB {name}", "ADD KB {name}", "SET KB {name}"],
  effect: "data",
  group: "ai",
  summary: "Activates a knowledge base for this conversation.",
  params: {
    name: { kind: "text", doc: "The name of the knowledge base." },
  },
  result: "nothing",
  raises: ["assistant.name_refused", "assistant.too_many"],
  example: 'USE KB "opening-hours"\nTALK "Ask me about our hours."',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.use_kb",
    inPalette: true,
    snippet: 'USE KB "opening-hours"',
  },
})
