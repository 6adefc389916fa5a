import { limits } from "#catalog/limits.ts"
import type { Step } from "../step.ts"
import type { Fact } from "./request.ts"

export interface FoundFacts {
  readonly facts: readonly Fact[]
  /** False when nothing found is good enough to answer from. */
  readonly isConfident: boolean
}

/** A shorter question leans on the one before: "and on Sunday?" Units: words. */
const leastWords = 4

/** Looks in the active knowledge bases, and takes as many passages as a model is told of, each once. */
export async function findFacts(
  question: string,
  said: readonly string[],
  bases: readonly string[],
  step: Step,
): Promise<FoundFacts> {
  const words = question.split(/\s+/).filter((word) => word !== "")
  const before = words.length < leastWords ? (said.at(-1) ?? "") : ""
  const text = before === "" ? question : `${before.slice(0, 500)}\n${question}`
  const found = await step.searchKnowledge({ bases, text, limit: limits.answerPassages })
  const facts: Fact[] = []
  const known = new Set<string>()
  let tokens = 0
  for (const passage of found.passages) {
    const key = passage.text.replace(/\s+/g, " ").trim()
    if (key === "" || known.has(key)) continue
    known.add(key)
    tokens += await step.parts.models.countTokens(passage.text)
    if (facts.length > 0 && tokens > limits.answerFactsTokens) break
    facts.push({ number: facts.length + 1, passage })
  }
  return { facts, isConfident: found.isConfident && facts.length > 0 }
}
