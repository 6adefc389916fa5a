import type { Candidate, Neighbour } from "../store/candidates.ts"
import { findLanguage } from "../words/find-language.ts"
import { splitWords } from "../words/split-words.ts"
import { translateWord } from "../words/to-english.ts"
import { factsOf } from "../words/word-facts.ts"
import { remember } from "./remember.ts"
import type { PreparedText } from "./score-passage.ts"

/** Reads the words of a text for comparing. The stored terms hold those of the headings too; what it says itself is told apart here. */
export function prepareChunk({ text, terms }: Pick<Neighbour, "text" | "terms">): PreparedText {
  const { ranks, stems: own } = readWords(text)
  // Stems of translations stand among the terms alone.
  const stems = terms !== null && terms.length > 1.6 * own.size ? new Set(terms) : own
  return { ranks, stems }
}

/** A document has few headings over its many chunks. */
export const prepareHeading: (heading: Pick<Candidate, "section" | "title">) => PreparedText =
  remember(
    1_000,
    ({ section, title }) => `${section ?? ""} ${title}`,
    ({ section, title }) => readWords(`${section ?? ""} ${title}`),
  )

/** What a text in another language says is in English what its words are there. */
function readWords(text: string): PreparedText & { readonly stems: Set<string> } {
  const words = splitWords(text)
  const facts = words.map(factsOf)
  const language = findLanguage(text, facts)
  const all = new Set(facts)
  if (language !== "en")
    for (const word of new Set(words))
      for (const english of translateWord(word, language)) all.add(factsOf(english))
  const stems = new Set<string>()
  const ranks: number[] = []
  for (const { stem, rank } of all) {
    stems.add(stem)
    if (rank !== null) ranks.push(rank)
  }
  return { stems, ranks }
}
