/**
 * Finds the candidate a person most likely meant, or null when none is near.
 *
 * Shape: compares without case; a candidate is near when at most a third of its letters (and at most
 *        three) would have to change, a swap of neighbours counting once. One more may change in a
 *        word of the same length that begins with the right letter: HERE is near HEAR.
 */
export function findNearest(
  word: string,
  candidates: Iterable<string>,
  mostChanges = 3,
): string | null {
  const wanted = word.toUpperCase()
  if (wanted.length > longestWord) return null
  let best: string | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const spread = Math.abs(candidate.length - wanted.length)
    if (spread > mostChanges || spread >= bestDistance) continue
    const other = candidate.toUpperCase()
    const limit = Math.min(mostChanges, countAllowed(wanted, other))
    if (spread > limit) continue
    const distance = countChanges(wanted, other, limit)
    if (distance <= limit && distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function countAllowed(wanted: string, candidate: string): number {
  const longer = Math.max(wanted.length, candidate.length)
  const isLikely = wanted[0] === candidate[0] && wanted.length === candidate.length && longer >= 4
  return Math.min(3, Math.floor(longer / 3) + (isLikely ? 1 : 0))
}

/** Longer words are no typing slips, and comparing them would cost too much. Units: UTF-16 code units. */
const longestWord = 60

/**
 * Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours. Looks no further once two
 * rows lie above the limit: no later one comes back below it.
 */
function countChanges(from: string, to: string, limit: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwap =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1]
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      current.push(cost)
    }
    if (Math.min(...current) > limit && Math.min(...last) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}
