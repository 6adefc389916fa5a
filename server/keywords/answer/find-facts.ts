import { limits } from "#catalog/limits.ts"
import type { Passage } from "#server/knowledge/port.ts"
import type { Step } from "../step.ts"
import type { Fact } from "./request.ts"

export interface FoundFacts {
  readonly facts: readonly Fact[]
  /** False when nothing found is good enough to answer from. */
  readonly isConfident: boolean
}

/** A shorter question leans on the one before: "and on Sunday?" Units: words. */
const leastWords = 4

/** Puts passages in a better order; empty when none helps, null for no opinion. */
export type Rerank = (
  question: string,
  passages: readonly Passage[],
) => Promise<readonly Passage[] | null>

/** Looks in the active knowledge bases, and takes as many passages as a model is told of, each once. */
export async function findFacts(
  question: string,
  said: readonly string[],
  bases: readonly string[],
  rerank: Rerank | null,
  step: Step,
): Promise<FoundFacts> {
  const words = question.split(/\s+/).filter((word) => word !== "")
  const before = words.length < leastWords ? (said.at(-1) ?? "") : ""
  const text = before === "" ? question : `${before.slice(0, 500)}\n${question}`
  const limit = rerank === null ? limits.answerPassages : limits.answerCandidates
  const found = await step.searchKnowledge({ bases, text, limit })
  const order =
    rerank === null || found.passages.length < 2 ? null : await rerank(text, found.passages)
  const isNoneOfThem = order !== null && order.length === 0
  const chosen = order === null || isNoneOfThem ? found.passages : order
  const facts: Fact[] = []
  const known = new Set<string>()
  let tokens = 0
  for (const passage of chosen.slice(0, limits.answerPassages)) {
    const key = passage.text.replace(/\s+/g, " ").trim()
    if (key === "" || known.has(key)) continue
    known.add(key)
    tokens += await step.parts.models.countTokens(passage.text)
    if (facts.length > 0 && tokens > limits.answerFactsTokens) break
    facts.push({ number: facts.length + 1, passage })
  }
  // Who read the passages knows better than who counted their words.
  const isConfident = order === null ? found.isConfident : !isNoneOfThem
  return { facts, isConfident: isConfident && facts.length > 0 }
}
