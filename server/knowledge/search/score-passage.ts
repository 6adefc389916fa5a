import { hasStem, ranksOf, type TextWords } from "../words/text-words.ts"
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
export type PreparedText = TextWords

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
  const inText = findForms(terms, text)
  const inHeading = findForms(terms, heading)
  for (const [at, term] of terms.entries()) {
    sum += term.idf
    const said = Math.max(inText[at] ?? 0, share.heading * (inHeading[at] ?? 0))
    const found = findMeant(term, said, text)
    covered += term.idf * found
    if (found < 0.25) missing.push(term)
  }
  return { covered: sum === 0 ? 0 : covered / sum, missing }
}

/** How well one word of a question is found in a text. Units: 0 to 1. */
export function matchWord(term: Term, text: PreparedText, heading: PreparedText): number {
  const said = Math.max(findForm(term, text), share.heading * findForm(term, heading))
  return findMeant(term, said, text)
}

function findForm({ forms }: Term, text: PreparedText): number {
  let most = 0
  for (const [stem, count] of forms) if (count > most && hasStem(text, stem)) most = count
  return most
}

/** How well a word is said by another of like use, where no form of it is. */
function findMeant(term: Term, said: number, { ranks }: PreparedText): number {
  return said > share.alike || term.isProper
    ? said
    : Math.max(said, share.alike * findAlike(term, ranks))
}

type Forms = readonly (readonly [term: number, count: number])[]
/** Which words of the question a stem is a form of, and how much it counts as each. */
interface FormIndex {
  readonly byStem: ReadonlyMap<string, Forms>
  /** By the rank of a word of that stem: which of `all`, and 0 for none. */
  readonly byRank: Uint16Array
  readonly all: readonly Forms[]
}
const indexes = new WeakMap<readonly WeighedTerm[], FormIndex>()

/** A question is compared with a hundred texts: its forms are laid out once. */
function indexForms(terms: readonly WeighedTerm[]): FormIndex {
  const known = indexes.get(terms)
  if (known !== undefined) return known
  const byStem = new Map<string, (readonly [number, number])[]>()
  for (const [at, { forms }] of terms.entries())
    for (const [stem, count] of forms) {
      const others = byStem.get(stem)
      if (others === undefined) byStem.set(stem, [[at, count]])
      else others.push([at, count])
    }
  const all: Forms[] = [[], ...byStem.values()]
  const byRank = new Uint16Array(openWordVectors().words.length)
  for (const [at, stem] of [...byStem.keys()].entries())
    for (const rank of ranksOf(stem)) byRank[rank] = at + 1
  const index = { byStem, byRank, all }
  indexes.set(terms, index)
  return index
}

/** How much each word of the question is said in a text, by its best form. */
function findForms(
  terms: readonly WeighedTerm[],
  { ranks, stems, isListed }: PreparedText,
): number[] {
  const { byStem, byRank, all } = indexForms(terms)
  const most = terms.map(() => 0)
  const meet = (forms: Forms) => {
    for (const [at, count] of forms) if (count > (most[at] ?? 0)) most[at] = count
  }
  for (const stem of stems) meet(byStem.get(stem) ?? [])
  if (isListed) return most
  for (const rank of ranks) {
    const forms = byRank[rank] ?? 0
    if (forms > 0) meet(all[forms] ?? [])
  }
  return most
}

function findAlike({ meanings }: Term, ranks: Uint16Array): number {
  let most = 0
  for (const meaning of meanings) most = Math.max(most, openWordVectors().mostAlike(meaning, ranks))
  return most < leastLikeness ? 0 : 0.2 + (0.8 * (most - leastLikeness)) / (1 - leastLikeness)
}
