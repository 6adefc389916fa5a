import { requestHandoff } from "#server/records/handoffs/request-handoff.ts"
import { noteUnknown } from "#server/records/prompts/use-prompt.ts"
import { EffectFailed, type Step } from "../step.ts"
import type { Answer, AnswerRequest } from "./request.ts"
import { answerWords, languageOf } from "./words/words.ts"

/** Does what the statement says for a question nobody knows the answer to. Throws: `EffectFailed` "answer.unsure". */
export async function settleAnswer(
  { question, unsure, keyword, prompt }: AnswerRequest,
  answer: Answer,
  step: Step,
): Promise<Answer> {
  if (answer.kind !== "unknown") return answer
  if (prompt !== null)
    await step.record(noteUnknown(prompt), { name: `${keyword} UNKNOWN`, arguments: null })
  if (unsure === "say") return answer
  if (unsure === "fail")
    throw new EffectFailed("answer.unsure", "Neither documents nor tools say it.")
  await step.record(
    (tx, place) =>
      requestHandoff(tx, place, {
        wanted: "",
        priority: "normal",
        context: question.slice(0, 2_000),
      }),
    { name: `${keyword} HANDOFF`, arguments: null },
  )
  const { handedOver } = answerWords(languageOf(question, step.language))
  return { ...answer, text: handedOver }
}
