import { defineCommand } from "./define.ts"

export const answerQuestion = defineCommand({
  name: "ANSWER",
  forms: ["ANSWER {question}"],
  effect: "outside",
  group: "ai",
  summary:
    "Answers a question from what this conversation knows: its context and its active knowledge bases.",
  params: {
    question: { kind: "text", doc: "The question, in plain words." },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "model.refused", "model.timed_out", "model.limit_reached"],
  example: 'TALK ANSWER "When do you open?"',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
