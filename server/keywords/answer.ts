import { answerQuestion } from "#basic/keywords/answer.ts"
import { notSetUp } from "./not-set-up.ts"

export const answerQuestionHandler = notSetUp(answerQuestion, "llm-provider")
