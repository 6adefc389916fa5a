import { matchWords, type PreparedText, type WeighedTerm } from "./score-passage.ts"

/** A passage as it would be quoted, with how near it is to the question. */
export interface JudgedPassage {
  readonly text: PreparedText
  readonly heading: PreparedText
  readonly plain: string
  readonly likeness: number
}

/**
 * How much has to be found before a bot answers: of a question of few words nearly all, of a long one less,
 * because people tell more than they ask. Found by measuring; see the ADR.
 */
const leastFor = [0.62, 0.62, 0.62, 0.61, 0.57, 0.54, 0.52, 0.48, 0.4, 0.37, 0.35]
const weights = { meaning: 0.3, words: 0.7 }
/**
 * What answers a question stands out; what is only about the same things has many beside it. So a lead over
 * the rest speaks for a passage, and none speaks against it, within bounds. Measured on other documents and
 * on questions asked of the wrong ones.
 */
const leads = { usual: 0.1, least: -0.08, most: 0.1 }

/** Says whether passages are good enough to answer a question from. */
export function judgePassages(
  terms: readonly WeighedTerm[],
  asksNumber: boolean,
  passages: readonly JudgedPassage[],
  /** By how much the best candidate's score is above those that come after the passages; null when there are too few. */
  lead: number | null = null,
): boolean {
  if (terms.length === 0 || passages.length === 0) return false
  const matches = passages.map((passage) => ({
    passage,
    ...matchWords(terms, passage.text, passage.heading),
  }))
  const best = matches.reduce((a, b) => (b.covered > a.covered ? b : a))
  // Something with a name that stands in none of the passages is not what they are about.
  const names = best.missing.filter(
    (term) => term.isName || (term.isProper && term.isGone && !/^\d+$/.test(term.word)),
  )
  if (names.some((name) => matches.every(({ missing }) => missing.includes(name)))) return false
  if (
    asksNumber &&
    !answersWithNumber(
      terms,
      matches.map(({ passage }) => passage),
    )
  )
    return false
  const likeness = Math.max(...passages.map((passage) => passage.likeness))
  const least = leastFor[Math.min(terms.length, leastFor.length - 1)] ?? 0.35
  const ahead = lead === null ? 0 : Math.min(leads.most, Math.max(leads.least, lead - leads.usual))
  return weights.words * best.covered + weights.meaning * likeness + ahead >= least
}

const numbers =
  /\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred|thousand|half|double|twice|once|every|daily|weekly|monthly|always|never|none|all|unlimited|um|uma|dois|duas|tres|dos|uno|una|deux|trois|zwei|drei|ein|eine)\b/i

/** A name and a number that is asked for it have to stand in one sentence. */
function answersWithNumber(
  terms: readonly WeighedTerm[],
  passages: readonly JudgedPassage[],
): boolean {
  const names = terms.filter((term) => term.isName)
  return passages.some(({ plain }) => {
    if (names.length === 0) return numbers.test(plain)
    return plain.split(/(?<=[.!?])\s|\n/).some((sentence) => {
      const isAbout = names.some(({ word }) => sentence.toLowerCase().includes(word))
      return isAbout && /\d/.test(sentence)
    })
  })
}
