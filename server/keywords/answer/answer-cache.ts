import { hash } from "node:crypto"
import type { Json } from "#basic/vm/value.ts"
import { findAnswer, type StoredAnswer } from "#server/records/answers/find-answer.ts"
import { keepNewAnswer } from "#server/records/answers/keep-answer.ts"
import type { Step } from "../step.ts"
import type { GuardedQuestion } from "./guards/guard-question.ts"
import type { Answer, AnswerRequest } from "./request.ts"
import { haveSameSpecifics } from "./words/specifics.ts"
import { languageOf } from "./words/words.ts"

/** Where an answer would be kept. */
interface CachePlace {
  readonly question: string
  readonly scopeHash: string
  readonly questionHash: string
  readonly version: number
  readonly embedding: readonly number[] | null
}

export interface CacheLookup {
  readonly hit: { readonly answer: Answer; readonly how: "memory" | "exact" | "near" } | null
  /** Null for a question whose answer is never kept. */
  readonly place: CachePlace | null
}

/** A shorter question leans on what was said before. Units: words. */
const leastWords = 3
const nothing: CacheLookup = { hit: null, place: null }

/**
 * Looks for an answer that was given before: the same words first, then words that mean the same. Never where
 * tools may be used, where somebody tries to give orders, or where a person shows through.
 */
export async function findCached(
  request: AnswerRequest,
  { text, isSuspicious, isPersonal }: GuardedQuestion,
  step: Step,
): Promise<CacheLookup> {
  const question = normalize(text)
  const isShort = question.split(" ").length < leastWords
  const hasTools = request.tools.length > 0 || step.assistant.tools.length > 0
  const isOwn = isPersonal || request.hasMemory || request.exits.length > 0
  if (isSuspicious || isOwn || isShort || hasTools) return nothing
  const scopeHash = scopeOf(request, step)
  const questionHash = hash("sha256", question, "base64url")
  const key = keyOf(scopeHash, questionHash, step)
  const remembered = step.recall(() => step.parts.answers.find(key))
  if (remembered !== null)
    return {
      hit: { answer: toAnswer(remembered as unknown as StoredAnswer), how: "memory" },
      place: null,
    }
  // No transaction waits for a model, and two of them cost more than a vector that is not needed.
  const embedding = await step.parts.embedQuestion(question).catch(() => null)
  const stored = await step.record(findAnswer(scopeHash, questionHash, embedding), {
    name: "ANSWER CACHE",
    arguments: [scopeHash, questionHash],
  })
  const { version, found } = stored ?? { version: 0, found: null }
  const isSame =
    found !== null && (found.how === "exact" || haveSameSpecifics(found.question ?? "", question))
  if (isSame) return hitOf(found, key, step)
  return { hit: null, place: { question, scopeHash, questionHash, version, embedding } }
}

function hitOf(found: StoredAnswer, key: ReturnType<typeof keyOf>, step: Step): CacheLookup {
  step.parts.answers.keep(key, { ...found } as unknown as Json)
  return { hit: { answer: toAnswer(found), how: found.how }, place: null }
}

/** Keeps an answer for whoever asks the same next. That nobody knows is not kept: it may be learned any time. */
export async function keepAnswer(
  { place }: CacheLookup,
  { text, sources, kind }: Answer,
  step: Step,
): Promise<void> {
  if (place === null || kind === "unknown") return
  await step.record(keepNewAnswer({ ...place, answer: text, sources }), {
    name: "ANSWER CACHE",
    arguments: [place.scopeHash, place.questionHash, "keep"],
  })
  const kept = { answer: text, sources, how: "exact" }
  const key = keyOf(place.scopeHash, place.questionHash, step)
  step.parts.answers.keep(key, kept as unknown as Json)
}

const toAnswer = ({ answer, sources }: StoredAnswer): Answer => ({
  ...{ text: answer, sources, kind: "model", isCached: true, exit: null },
})

const keyOf = (scopeHash: string, questionHash: string, { botId }: Step) => ({
  ...{ botId, hash: `${scopeHash}/${questionHash}` },
})

/** Case, blanks and the mark at the end make no other question. */
export const normalize = (question: string): string =>
  question
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s.!?؟¿¡]+$|^[\s¿¡]+/g, "")
    .trim()

/** Everything besides the question that an answer depends on, as far as the conversation knows it. */
function scopeOf(request: AnswerRequest, step: Step): string {
  const { assistant, versionId, systemPrompt, context } = step
  // A question that means the same in another language wants another answer.
  const language = languageOf(request.question, step.language)
  const parts = [
    ...[versionId, systemPrompt, [...context], language],
    ...[assistant.knowledge, assistant.model, assistant.modelRouting, assistant.answerMode],
    ...[request.bases, request.instructions, request.optimizeFor ?? null],
    request.prompt === null ? null : [request.prompt.id, request.prompt.number],
  ]
  return hash("sha256", JSON.stringify(parts), "base64url")
}
