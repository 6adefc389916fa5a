import { answerQuestion as answerKeyword } from "#basic/keywords/answer.ts"
import { answerQuestion } from "./answer/answer-question.ts"
import { readRequest } from "./answer/read-request.ts"
import { settleAnswer } from "./answer/settle-answer.ts"
import { handlerFor } from "./handler.ts"

/** The text of the answer; said as it is, it carries its sources. */
export const answerQuestionHandler = handlerFor(answerKeyword, async (args, step) => {
  const request = await readRequest("ANSWER", args, step)
  const answer = await settleAnswer(request, await answerQuestion(request, step), step)
  step.cite(answer.text, answer.sources)
  return answer.text
})
