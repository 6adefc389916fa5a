import type { Candidate } from "../store/candidates.ts"
import { prepareCandidate, prepareHeading } from "./prepare-text.ts"
import { matchWords, type WeighedTerm } from "./score-passage.ts"

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
  return ranked.sort(
    (a, b) => b.score - a.score || a.position - b.position || (a.id < b.id ? -1 : 1),
  )
}

function placeOf({ documentId, section, position }: Candidate, step: number): string {
  return `${documentId}:${position + step}:${section ?? ""}`
}

function scoreOf(terms: readonly WeighedTerm[], candidate: Candidate): number {
  const { covered } = matchWords(terms, prepareCandidate(candidate), prepareHeading(candidate))
  return weights.meaning * candidate.likeness + weights.words * covered
}
