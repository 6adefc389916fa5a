import { countWords } from "../chunking/split-sentences.ts"
import type { Neighbour } from "../store/candidates.ts"
import type { RankedCandidate } from "./rank-candidates.ts"

/** A found chunk with what belongs to it: the answer often stands one sentence on. */
export interface WidePassage {
  readonly found: RankedCandidate
  readonly chunks: readonly Neighbour[]
}

/** Units: words. A passage grows until it has `wanted`, and never beyond `most`. */
const size = { wanted: 165, most: 230 }
export const neighbourReach = 4

/**
 * Widens the best candidates within their section; what one passage shows, the next does not show again.
 * `neighbours` are the chunks around the candidates, themselves too.
 */
export function widenPassages(
  ranked: readonly RankedCandidate[],
  neighbours: readonly Neighbour[],
  limit: number,
  scores: ReadonlyMap<string, number>,
): WidePassage[] {
  const byPlace = new Map(neighbours.map((each) => [`${each.documentId}:${each.position}`, each]))
  const shown = new Set<string>()
  const passages: WidePassage[] = []
  for (const found of ranked) {
    if (passages.length >= limit) break
    if (shown.has(found.id)) continue
    const free = (position: number) => {
      const next = byPlace.get(`${found.documentId}:${position}`)
      return next && next.section === found.section && !shown.has(next.id) ? next : undefined
    }
    const own = byPlace.get(`${found.documentId}:${found.position}`)
    // Gone since it was found.
    if (own?.id !== found.id) continue
    const chunks = grow(own, free, scores)
    for (const { id } of chunks) shown.add(id)
    passages.push({ found, chunks })
  }
  return passages
}

function grow(
  found: Neighbour,
  free: (position: number) => Neighbour | undefined,
  scores: ReadonlyMap<string, number>,
): Neighbour[] {
  const chunks: Neighbour[] = [found]
  let words = countWords(found.text)
  while (words < size.wanted) {
    const first = chunks[0]?.position ?? found.position
    const last = chunks.at(-1)?.position ?? found.position
    const fits = (chunk: Neighbour | undefined) =>
      chunk && words + countWords(chunk.text) <= size.most ? chunk : undefined
    const before = fits(free(first - 1))
    const after = fits(free(last + 1))
    // What follows is likelier to belong to it, unless what stands before was found as well.
    const scoreOf = (chunk: Neighbour | undefined) =>
      chunk ? (scores.get(chunk.id) ?? 0.1) : Number.NEGATIVE_INFINITY
    if (!before && !after) break
    const next = scoreOf(after) + 0.02 >= scoreOf(before) ? after : before
    if (next === undefined) break
    if (next === after) chunks.push(next)
    else chunks.unshift(next)
    words += countWords(next.text)
  }
  return chunks
}
