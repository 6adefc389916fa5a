import { openWordVectors } from "../words/word-vectors.ts"
import type { Term } from "./read-question.ts"

/** A word of the question with how much finding it says, in these bases. */
export interface WeighedTerm extends Term {
  /** Units: 0 to 1. */
  readonly idf: number
  /** Stands nowhere in the bases, in none of its forms. */
  readonly isGone: boolean
}

/** A text to compare with a question. */
export interface PreparedText {
  readonly stems: ReadonlySet<string>
  readonly words: readonly string[]
}

export interface WordMatch {
  /** Which part of what the question asks for stands in the text, by weight. Units: 0 to 1. */
  readonly covered: number
  readonly missing: readonly WeighedTerm[]
}

/** Below this, two words are used too differently for one to stand for the other. Units: cosine. */
const leastLikeness = 0.42
const share = { heading: 0.7, alike: 0.75 }

/**
 * Says how much of a question a text speaks of: each word by itself, by a translation or synonym, or by a
 * word of like use. What only the headings say counts a little less.
 */
export function matchWords(
  terms: readonly WeighedTerm[],
  text: PreparedText,
  heading: PreparedText,
): WordMatch {
  let sum = 0
  let covered = 0
  const missing: WeighedTerm[] = []
  for (const term of terms) {
    sum += term.idf
    const said = Math.max(
      findForms(term, text.stems),
      share.heading * findForms(term, heading.stems),
    )
    const found =
      said > share.alike || term.isProper
        ? said
        : Math.max(said, share.alike * findAlike(term, text.words))
    covered += term.idf * found
    if (found < 0.25) missing.push(term)
  }
  return { covered: sum === 0 ? 0 : covered / sum, missing }
}

function findForms({ forms }: Term, stems: ReadonlySet<string>): number {
  let most = 0
  for (const [stem, count] of forms) if (count > most && stems.has(stem)) most = count
  return most
}

/** Pairs of words come again from passage to passage. */
const known = new Map<string, number>()
const mostKnown = 200_000

function findAlike({ meanings }: Term, words: readonly string[]): number {
  let most = 0
  for (const meaning of meanings)
    for (const word of words) most = Math.max(most, likenessOf(meaning, word))
  return most < leastLikeness ? 0 : 0.2 + (0.8 * (most - leastLikeness)) / (1 - leastLikeness)
}

function likenessOf(one: string, other: string): number {
  const pair = `${one} ${other}`
  const before = known.get(pair)
  if (before !== undefined) return before
  if (known.size > mostKnown) known.clear()
  const likeness = openWordVectors().likeness(one, other)
  known.set(pair, likeness)
  return likeness
}
