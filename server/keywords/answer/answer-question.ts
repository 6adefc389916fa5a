import { activeBases } from "../knowledge/base-name.ts"
import { isOutage } from "../model/ask-patiently.ts"
import { readChoices } from "../model/read-choices.ts"
import { EffectFailed, type Step } from "../step.ts"
import { findCached, keepAnswer } from "./answer-cache.ts"
import { askAnswer } from "./ask-answer.ts"
import { findFacts, type Rerank } from "./find-facts.ts"
import { fitHistory } from "./fit-history.ts"
import { guardQuestion, looksLikeOrders } from "./guards/guard-question.ts"
import type { Answer, AnswerRequest } from "./request.ts"
import { rerankPassages } from "./rerank-passages.ts"
import { listTools } from "./tools/list-tools.ts"
import { quotePassage } from "./words/quote-passage.ts"
import { languageOf } from "./words/words.ts"

/**
 * Answers a question, in this order: guard in, cache, models and history within the window, knowledge, tools and
 * model, truth guard, guard out, citations, cache. Each stage is a span of the turn's trace.
 *
 * Without a model the best passage is quoted. Throws: `EffectFailed` "model.limit_reached", and "model.*" when
 * nobody could be asked and no document says it.
 */
export async function answerQuestion(request: AnswerRequest, step: Step): Promise<Answer> {
  const guarded = await step.stage("guard in", (note) => {
    const found = guardQuestion(request.question, step)
    note({ isSuspicious: found.isSuspicious })
    return found
  })
  const cached = await step.stage("cache", async (note) => {
    const found = await findCached(request, guarded, step)
    note({ hit: found.hit?.how ?? "none" })
    return found
  })
  if (cached.hit !== null) return cached.hit.answer
  const choices = await step.stage("models", () =>
    readChoices(request.keyword, request.optimizeFor, step),
  )
  const history = await step.stage("history", async (note) => {
    const fitted = await fitHistory(guarded.text, choices, step)
    note({ messages: fitted.messages.length, isSummed: fitted.summary !== "" })
    return fitted
  })
  if (history.said.some(looksLikeOrders))
    step.log("policy: an earlier message tries to give orders to the model")
  const rerank: Rerank | null =
    choices.isReranking && choices.choices.length > 0
      ? (question, passages) => rerankPassages(question, passages, choices, step)
      : null
  const found = await findKnown(request, guarded.text, history.said, rerank, step)
  const language = languageOf(guarded.text, step.language)
  if (choices.choices.length === 0) {
    const facts = found.isConfident ? found.facts.slice(0, 3) : []
    const quoted = quotePassage(guarded.text, facts, language)
    await step.stage("store", () => keepAnswer(cached, quoted, step))
    return quoted
  }
  const names = [...step.assistant.tools.map(({ name }) => name), ...request.tools]
  const tools = await step.stage("tools offered", async (note) => {
    const offered = await listTools(names, step)
    note({ tools: offered.map(({ name }) => name) })
    return offered
  })
  const isFromDocuments = step.assistant.answerMode === "document"
  if (isFromDocuments && !found.isConfident && tools.length === 0)
    return quotePassage(guarded.text, [], language)
  const task = { request, guarded, choices, history, found, tools, language }
  const answer = await askOrQuote(task, step)
  // What rests on what was said before, or on what a tool gave, is an answer for this person alone.
  const isGeneral = !answer.usedTools && history.messages.length === 0
  if (isGeneral) await step.stage("store", () => keepAnswer(cached, answer, step))
  return answer
}

const findKnown = (
  { bases }: AnswerRequest,
  question: string,
  said: readonly string[],
  rerank: Rerank | null,
  step: Step,
) =>
  step.stage("knowledge", async (note) => {
    const wanted = [...new Set([...activeBases(step), ...bases])]
    const found = await findFacts(question, said, wanted, rerank, step)
    note({
      ...{ isConfident: found.isConfident },
      passages: found.facts.map(({ passage }) => [passage.id, passage.score]),
    })
    return found
  })

type Task = Parameters<typeof askAnswer>[0]

/** When nobody can be asked at the moment, a good passage is still an answer. */
async function askOrQuote(task: Task, step: Step): Promise<Answer & { usedTools: boolean }> {
  try {
    return await askAnswer(task, step)
  } catch (error) {
    if (!(error instanceof EffectFailed)) throw error
    const isForPerson = isOutage(error) && task.request.unsure === "person"
    if (!task.found.isConfident && !isForPerson) throw error
    step.log(`models: answered without one: ${error.message}`)
    const facts = task.found.isConfident ? task.found.facts.slice(0, 3) : []
    const quoted = quotePassage(task.guarded.text, facts, task.language)
    return { ...quoted, usedTools: true }
  }
}
