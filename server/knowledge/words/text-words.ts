import { findLanguage } from "./find-language.ts"
import { splitWords } from "./split-words.ts"
import { stemEnglish } from "./stem-english.ts"
import { translateWord } from "./to-english.ts"
import { factsOf } from "./word-facts.ts"
import { openWordVectors } from "./word-vectors.ts"

/** The words of a text, as a question is compared with them. */
export interface TextWords {
  /** Its words among all whose use is known, by their ranks. */
  readonly ranks: Uint16Array
  /** Stems of the other words; where `isListed`, all stems there are. */
  readonly stems: readonly string[]
  /** The words of `ranks` are compared by their use alone. */
  readonly isListed: boolean
}

/**
 * Reads the words of a text; what one in another language says is in English what its words are there. `terms`
 * are stems it is found by: of its headings and translations too, and where they are many more than its own, they count.
 */
export function readTextWords(text: string, terms: readonly string[] | null = null): TextWords {
  const words = splitWords(text)
  const facts = words.map(factsOf)
  const language = findLanguage(text, facts)
  const all = new Set(facts)
  if (language !== "en")
    for (const word of new Set(words))
      for (const english of translateWord(word, language)) all.add(factsOf(english))
  const stems = new Set<string>()
  const ranks = new Set<number>()
  const others = new Set<string>()
  for (const { stem, rank } of all) {
    stems.add(stem)
    if (rank !== null) ranks.add(rank)
    else others.add(stem)
  }
  const isListed = terms !== null && terms.length > 1.6 * stems.size
  return { ranks: Uint16Array.from(ranks), stems: isListed ? terms : [...others], isListed }
}

/** As many stems as these say more of a text than its own words do. */
export function saysMore(terms: readonly string[], text: string): boolean {
  return terms.length > 0.8 * text.split(" ").length
}

/** Of a text without words. */
export const noWords: TextWords = { ranks: new Uint16Array(), stems: [], isListed: false }

/** Whether a text has a word of this stem. */
export function hasStem({ ranks, stems, isListed }: TextWords, stem: string): boolean {
  if (stems.includes(stem)) return true
  return !isListed && ranksOf(stem).some((rank) => ranks.includes(rank))
}

let byStem: ReadonlyMap<string, readonly number[]> | null = null

/** The ranks of the words that have a stem. */
export function ranksOf(stem: string): readonly number[] {
  byStem ??= layOutStems()
  return byStem.get(stem) ?? []
}

function layOutStems() {
  const ranks = new Map<string, number[]>()
  openWordVectors().words.forEach((word, rank) => {
    const stem = stemEnglish(word)
    const others = ranks.get(stem)
    if (others === undefined) ranks.set(stem, [rank])
    else others.push(rank)
  })
  return ranks
}

/** What the words of a text are stored as begins with it; another one when words are read otherwise than before. */
export const textWordsForm = "1"
/** Ranks are letters from here on: one for each word, and none that a text may not hold. */
const firstLetter = 0x100

/** Words as they are stored with a text, so that nobody has to read it again to compare it. */
export function printTextWords({ ranks, stems, isListed }: TextWords): string {
  const letters = Array.from(ranks, (rank) => String.fromCharCode(firstLetter + rank)).join("")
  return `${textWordsForm}${isListed ? "=" : "+"}${letters} ${stems.join(" ")}`
}

export function parseTextWords(stored: string): TextWords {
  const end = stored.indexOf(" ")
  const ranks = new Uint16Array(end - 2)
  for (let at = 2; at < end; at++) ranks[at - 2] = stored.charCodeAt(at) - firstLetter
  const stems = end + 1 === stored.length ? [] : stored.slice(end + 1).split(" ")
  return { ranks, stems, isListed: stored[1] === "=" }
}
