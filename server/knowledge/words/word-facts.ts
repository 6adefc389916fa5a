import { functionWordOf } from "./function-words.ts"
import type { Language } from "./split-words.ts"
import { stemEnglish } from "./stem-english.ts"
import { openWordVectors } from "./word-vectors.ts"

/** What a search asks of every word of every text it looks at. */
export interface WordFacts {
  readonly stem: string
  /** Its place among English words by how common it is; null for one that is not known. */
  readonly rank: number | null
  /** The languages in which it carries no subject. */
  readonly functionOf: readonly Language[]
}

/** Ten thousand words are looked at for a question, and most come again: one look instead of three. */
const known = new Map<string, WordFacts>()
const mostKnown = 50_000

export function factsOf(word: string): WordFacts {
  const before = known.get(word)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const facts = {
    stem: stemEnglish(word),
    rank: openWordVectors().rank(word),
    functionOf: functionWordOf(word),
  }
  known.set(word, facts)
  return facts
}
