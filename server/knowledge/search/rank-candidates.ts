import type { Candidate, Neighbour } from "../store/candidates.ts"
import { findLanguage } from "../words/find-language.ts"
import { splitWords } from "../words/split-words.ts"
import { stemEnglish } from "../words/stem-english.ts"
import { translateWord } from "../words/to-english.ts"
import { matchWords, type PreparedText, type WeighedTerm } from "./score-passage.ts"

/** What the two signals weigh, and how much the chunk beside a chunk lends it. Found by measuring; see the ADR. */
const weights = { meaning: 0.4, words: 0.6, neighbour: 0.1 }

export interface RankedCandidate extends Candidate {
  readonly score: number
}

/** Orders candidates, the best first: by meaning, by words, and by what stands beside them. */
export function rankCandidates(
  terms: readonly WeighedTerm[],
  candidates: readonly Candidate[],
): RankedCandidate[] {
  const scores = new Map<string, number>()
  for (const candidate of candidates) scores.set(placeOf(candidate, 0), scoreOf(terms, candidate))
  const ranked = candidates.map((candidate): RankedCandidate => {
    const beside = Math.max(
      scores.get(placeOf(candidate, -1)) ?? 0,
      scores.get(placeOf(candidate, 1)) ?? 0,
    )
    const own = scores.get(placeOf(candidate, 0)) ?? 0
    return { ...candidate, score: own + weights.neighbour * beside }
  })
  return ranked.sort((a, b) => b.score - a.score || a.position - b.position)
}

function placeOf({ documentId, section, position }: Candidate, step: number): string {
  return `${documentId}:${position + step}:${section ?? ""}`
}

function scoreOf(terms: readonly WeighedTerm[], candidate: Candidate): number {
  const { covered } = matchWords(terms, prepareChunk(candidate), prepareHeading(candidate))
  return weights.meaning * candidate.likeness + weights.words * covered
}

/** The stored terms hold those of the headings too; what a chunk says itself is told apart here. */
export function prepareChunk({ text, terms }: Pick<Neighbour, "text" | "terms">): PreparedText {
  const words = [...new Set(splitWords(text))]
  const language = findLanguage(text)
  // What a text in another language says is in English what its words are there.
  const english = words.flatMap((word) => translateWord(word, language))
  const own = new Set([...words, ...english].map(stemEnglish))
  // Stems of translations stand among the terms alone.
  const stems = terms.length > 1.6 * own.size ? new Set(terms) : own
  return { words: english.length === 0 ? words : [...new Set([...words, ...english])], stems }
}

export function prepareHeading({
  section,
  title,
}: Pick<Candidate, "section" | "title">): PreparedText {
  const heading = `${section ?? ""} ${title}`
  const language = findLanguage(heading)
  const words = splitWords(heading)
  const english = words.flatMap((word) => translateWord(word, language))
  return { words, stems: new Set([...words, ...english].map(stemEnglish)) }
}
