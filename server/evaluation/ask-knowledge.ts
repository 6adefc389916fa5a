import type { EvaluationQuestion } from "#catalog/evaluation/question.ts"
import { quotePassage } from "#server/keywords/answer/words/quote-passage.ts"
import { languageOf } from "#server/keywords/answer/words/words.ts"
import type { Knowledge } from "#server/knowledge/port.ts"
import type { EvaluatedAnswer } from "./answer.ts"
import type { LeasedRun } from "./run-store.ts"

/** As many passages as an answer without a model names. */
const mostPassages = 3

/** Answers from the documents alone, as a bot without a model does. */
export async function askKnowledge(
  knowledge: Knowledge,
  { orgId, botId, bases }: Pick<LeasedRun, "orgId" | "botId" | "bases">,
  { question }: EvaluationQuestion,
): Promise<EvaluatedAnswer> {
  const beganMs = performance.now()
  const { passages, isConfident } = await knowledge.search(
    { orgId, botId },
    { bases, text: question, limit: mostPassages },
  )
  const known = isConfident ? passages : []
  const facts = known.map((passage, at) => ({ number: at + 1, passage }))
  const { text, kind } = quotePassage(question, facts, languageOf(question, null))
  return {
    ...{ text, isDeclined: kind === "unknown", dollars: 0, problem: null },
    cited: known.map(({ title, section, page, text: words }) => ({
      ...{ title, section, page, text: words },
    })),
    ms: Math.round(performance.now() - beganMs),
  }
}
