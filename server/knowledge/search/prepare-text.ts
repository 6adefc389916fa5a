import type { Candidate, Neighbour } from "../store/candidates.ts"
import { findLanguage } from "../words/find-language.ts"
import { splitWords } from "../words/split-words.ts"
import { stemEnglish } from "../words/stem-english.ts"
import { translateWord } from "../words/to-english.ts"
import { openWordVectors } from "../words/word-vectors.ts"
import { remember } from "./remember.ts"
import type { PreparedText } from "./score-passage.ts"

/** Reads the words of a text for comparing. The stored terms hold those of the headings too; what it says itself is told apart here. */
export function prepareChunk({ text, terms }: Pick<Neighbour, "text" | "terms">): PreparedText {
  const { words, stems: own } = readWords(text)
  // Stems of translations stand among the terms alone.
  const stems = terms !== null && terms.length > 1.6 * own.size ? new Set(terms) : own
  return { ranks: rankWords(words), stems }
}

/** A document has few headings over its many chunks. */
export const prepareHeading: (heading: Pick<Candidate, "section" | "title">) => PreparedText =
  remember(
    1_000,
    ({ section, title }) => `${section ?? ""} ${title}`,
    ({ section, title }) => {
      const { words, stems } = readWords(`${section ?? ""} ${title}`)
      return { ranks: rankWords(words), stems }
    },
  )

/** What a text in another language says is in English what its words are there. */
function readWords(text: string) {
  const all = splitWords(text)
  const language = findLanguage(text, all)
  const own = new Set(all)
  const words =
    language === "en"
      ? own
      : new Set([...own, ...[...own].flatMap((word) => translateWord(word, language))])
  const stems = new Set<string>()
  for (const word of words) stems.add(stemEnglish(word))
  return { words, stems }
}

function rankWords(words: Iterable<string>): number[] {
  const { rank } = openWordVectors()
  const ranks: number[] = []
  for (const word of words) {
    const found = rank(word)
    if (found !== null) ranks.push(found)
  }
  return ranks
}
