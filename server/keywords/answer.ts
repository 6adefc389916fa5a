import { answerQuestion } from "#basic/keywords/answer.ts"
import { handlerFor } from "./handler.ts"
import { askModel } from "./model/ask-model.ts"
import { describeConversation } from "./model/describe-conversation.ts"

const rule =
  "Answer the question from the facts above alone, in the language of the question, shortly. " +
  "When they do not say it, say that you do not know."

export const answerQuestionHandler = handlerFor(answerQuestion, ({ question = "" }, step) => {
  const facts = describeConversation(step)
  const instructions = facts === null ? rule : `${facts}\n\n${rule}`
  return askModel({ keyword: "ANSWER", instructions, prompt: question }, step)
})
