import { defineCommand } from "./define.ts"

export const setAnswerMode = defineCommand({
  name: "SET ANSWER MODE",
  forms: ["SET ANSWER MODE {mode}"],
  effect: "data",
  group: "ai",
  summary: "Chooses how free questions are answered from here on.",
  params: {
    mode: { kind: "text", doc: '"direct", "document", "sql", "tool" or "chart".' },
  },
  result: "nothing",
  raises: ["assistant.word_unknown"],
  example: 'SET ANSWER MODE "document"\nTALK "Ask me anything."',
  canvas: {
    icon: "adjustments",
    family: "ai",
    titleKey: "steps.command",
  },
})
