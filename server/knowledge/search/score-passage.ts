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
  /** Its words among all whose use is known, by their ranks. */
  readonly ranks: readonly number[]
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
    const found = matchWord(term, text, heading)
    covered += term.idf * found
    if (found < 0.25) missing.push(term)
  }
  return { covered: sum === 0 ? 0 : covered / sum, missing }
}

/** How well one word of a question is found in a text. Units: 0 to 1. */
export function matchWord(term: Term, text: PreparedText, heading: PreparedText): number {
  const said = Math.max(findForms(term, text.stems), share.heading * findForms(term, heading.stems))
  return said > share.alike || term.isProper
    ? said
    : Math.max(said, share.alike * findAlike(term, text.ranks))
}

function findForms({ forms }: Term, stems: ReadonlySet<string>): number {
  let most = 0
  for (const [stem, count] of forms) if (count > most && stems.has(stem)) most = count
  return most
}

function findAlike({ meanings }: Term, ranks: readonly number[]): number {
  let most = 0
  for (const meaning of meanings) {
    const likenesses = openWordVectors().likenessesTo(meaning)
    if (likenesses === null) continue
    // A question compares a hundred thousand pairs: most of them are known, and looked up at once.
    const { known } = likenesses
    for (const rank of ranks) {
      const before = known[rank] ?? 0
      const likeness = Number.isNaN(before) ? likenesses.of(rank) : before
      if (likeness > most) most = likeness
    }
  }
  return most < leastLikeness ? 0 : 0.2 + (0.8 * (most - leastLikeness)) / (1 - leastLikeness)
}
