import type { AskedKind } from "./asked-kind.ts"
import { hasAskedKind } from "./has-asked-kind.ts"
import { prepareChunk } from "./prepare-text.ts"
import { matchWord, matchWords, type PreparedText, type WeighedTerm } from "./score-passage.ts"
import { sentencesOf } from "./sentences-of.ts"

/** A passage as it would be quoted. */
export interface JudgedPassage {
  readonly text: PreparedText
  readonly heading: PreparedText
  readonly plain: string
}

/**
 * What speaks for an answer. What answers a question stands out, while what is only about the same things has
 * company: so the lead over the rest says most. Then the two words that say most have to be found, and one
 * sentence has to say much of the question. Of a long question less is enough: people tell more than they ask.
 * Found by measuring on documents of many kinds; see the ADR.
 */
const weights = { lead: 8.5, subject: 1.35, sentence: 0.75, word: 0.45 }
const least = 3.95
const most = { lead: 0.35, words: 8 }
/** Says whether passages are good enough to answer a question from. */
export function judgePassages(
  terms: readonly WeighedTerm[],
  asks: AskedKind,
  passages: readonly JudgedPassage[],
  /** By how much the best candidate's score is above those that come after the passages. */
  lead: number,
): boolean {
  if (terms.length === 0 || passages.length === 0) return false
  if (isAboutAnother(terms, passages)) return false
  const texts = passages.map(({ plain }) => plain)
  if (!hasAskedKind(asks, terms, texts)) return false
  const score =
    weights.lead * Math.min(most.lead, lead) +
    weights.subject * matchSubject(terms, passages) +
    weights.word * Math.min(most.words, terms.length)
  // Reading every sentence takes longest, and mostly changes nothing.
  if (score >= least || score + weights.sentence < least) return score >= least
  const sentence = Math.max(...passages.map((passage) => matchSentence(terms, passage)))
  return score + weights.sentence * sentence >= least
}

/** Something with a name that stands in none of the passages is not what they are about. */
function isAboutAnother(
  terms: readonly WeighedTerm[],
  passages: readonly JudgedPassage[],
): boolean {
  const matches = passages.map(({ text, heading }) => matchWords(terms, text, heading))
  return terms
    .filter((term) => term.isName || (term.isProper && term.isGone && !/^\d+$/.test(term.word)))
    .some((term) => matches.every(({ missing }) => missing.includes(term)))
}

/** How well the two words that say most are found, the worse of them. Units: 0 to 1. */
function matchSubject(terms: readonly WeighedTerm[], passages: readonly JudgedPassage[]): number {
  const subject = [...terms].sort((a, b) => b.idf - a.idf).slice(0, 2)
  const found = subject.map((term) =>
    Math.max(...passages.map(({ text, heading }) => matchWord(term, text, heading))),
  )
  return Math.min(...found)
}

/** How much of the question the best sentence of a passage has. Units: 0 to 1. */
function matchSentence(terms: readonly WeighedTerm[], { plain, heading }: JudgedPassage): number {
  const found = sentencesOf(plain).map(
    (text) => matchWords(terms, prepareChunk({ text, terms: [] }), heading).covered,
  )
  return Math.max(0, ...found)
}
