import { defineCommand } from "./define.ts"

export const thinkKb = defineCommand({
  name: "THINK KB",
  forms: ["THINK KB {question}"],
  effect: "outside",
  group: "ai",
  summary:
    "Searches the active knowledge bases: an object with results, summary, confidence, total_results, sources, query and kb_count.",
  params: {
    question: { kind: "text", doc: "What to look for." },
  },
  result: "map",
  binding: "loose",
  raises: [],
  example: 'found = THINK KB "opening hours"\nTALK found.summary',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
