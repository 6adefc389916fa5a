import { answerClauses, answerParams, answerRaises } from "./answering.ts"
import { defineCommand } from "./define.ts"

export const answerQuestion = defineCommand({
  name: "ANSWER",
  forms: [`ANSWER {question}${answerClauses}`],
  effect: "outside",
  group: "ai",
  summary:
    "Answers a question from the active knowledge bases, tools and context; without a model it quotes the best passage.",
  params: answerParams,
  result: "text",
  binding: "loose",
  raises: answerRaises,
  example: 'reply = ANSWER "When do you open?"\nTALK reply',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
