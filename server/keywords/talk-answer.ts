import { talkAnswer } from "#basic/keywords/talk-answer.ts"
import { answerQuestion } from "./answer/answer-question.ts"
import { readRequest } from "./answer/read-request.ts"
import { settleAnswer } from "./answer/settle-answer.ts"
import { handlerFor } from "./handler.ts"

/** Says the answer with its sources. Gives the word its task ended with, "unknown" where nobody knows, else nothing. */
export const talkAnswerHandler = handlerFor(talkAnswer, async (args, step) => {
  const request = await readRequest("TALK ANSWER", args, step)
  const answer = await settleAnswer(request, await answerQuestion(request, step), step)
  step.say(answer.text, answer.sources)
  return answer.exit ?? (answer.kind === "unknown" ? "unknown" : "")
})
