import { answerClauses, answerParams, answerRaises } from "./answering.ts"
import { defineCommand } from "./define.ts"

export const talkAnswer = defineCommand({
  name: "TALK ANSWER",
  forms: [`TALK ANSWER {question}${answerClauses}[ WITH EXITS {exits}]`],
  effect: "outside",
  group: "ai",
  summary:
    "Says the answer to a question while it is written, with its sources; gives the word its task ended with.",
  params: {
    ...answerParams,
    exits: {
      kind: "text",
      doc: "Ends the task can come to, with semicolons between: the model says which, and it is the result.",
    },
  },
  result: "text",
  binding: "loose",
  raises: answerRaises,
  example: 'HEAR question WITH "What would you like to know?"\nTALK ANSWER question',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.talk_answer",
    inPalette: true,
    snippet: 'TALK ANSWER question WITH UNSURE "say"',
    ends: { param: "exits", known: ["unknown"] },
  },
})
