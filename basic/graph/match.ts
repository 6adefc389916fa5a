/**
 * Finds the longest common subsequence of two lists of keys, in bounded time.
 *
 * What is equal at both ends is taken first, so a one-line edit costs one pass. A small rest is solved
 * exactly; a large one is cut at keys that occur once on both sides, and what has none of those pairs
 * equal keys in order of occurrence.
 */

/** Pairs of indexes, rising on both sides. */
export type Pairs = readonly (readonly [number, number])[]

/** Cells of the exact table; above it the bounded way is taken. About a millisecond. */
const maxCells = 250_000

export function matchKeys(before: readonly string[], after: readonly string[]): Pairs {
  const pairs: [number, number][] = []
  matchRange({ before, after, pairs }, 0, before.length, 0, after.length)
  return pairs
}

interface Matching {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly pairs: [number, number][]
}

function matchRange(
  matching: Matching,
  beforeStart: number,
  beforeEnd: number,
  afterStart: number,
  afterEnd: number,
): void {
  const { before, after, pairs } = matching
  let a = beforeStart
  let b = afterStart
  while (a < beforeEnd && b < afterEnd && before[a] === after[b]) pairs.push([a++, b++])
  let aEnd = beforeEnd
  let bEnd = afterEnd
  while (aEnd > a && bEnd > b && before[aEnd - 1] === after[bEnd - 1]) {
    aEnd -= 1
    bEnd -= 1
  }
  if (a < aEnd && b < bEnd) {
    if ((aEnd - a) * (bEnd - b) <= maxCells) matchExactly(matching, a, aEnd, b, bEnd)
    else matchAtAnchors(matching, a, aEnd, b, bEnd)
  }
  for (let tail = 0; aEnd + tail < beforeEnd; tail += 1) pairs.push([aEnd + tail, bEnd + tail])
}

function matchExactly(matching: Matching, a: number, aEnd: number, b: number, bEnd: number): void {
  const { before, after, pairs } = matching
  const width = bEnd - b + 1
  const lengths = new Uint32Array((aEnd - a + 1) * width)
  for (let i = aEnd - 1; i >= a; i -= 1) {
    for (let j = bEnd - 1; j >= b; j -= 1) {
      const at = (i - a) * width + (j - b)
      lengths[at] =
        before[i] === after[j]
          ? lengths[at + width + 1]! + 1
          : Math.max(lengths[at + width]!, lengths[at + 1]!)
    }
  }
  let i = a
  let j = b
  while (i < aEnd && j < bEnd) {
    const at = (i - a) * width + (j - b)
    if (before[i] === after[j]) pairs.push([i++, j++])
    else if (lengths[at + width]! >= lengths[at + 1]!) i += 1
    else j += 1
  }
}

function matchAtAnchors(
  matching: Matching,
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
): void {
  const anchors = rising(pairOccurrences(matching, a, aEnd, b, bEnd, true))
  if (anchors.length === 0) {
    matching.pairs.push(...rising(pairOccurrences(matching, a, aEnd, b, bEnd, false)))
    return
  }
  let fromA = a
  let fromB = b
  for (const [atA, atB] of anchors) {
    matchRange(matching, fromA, atA, fromB, atB)
    matching.pairs.push([atA, atB])
    fromA = atA + 1
    fromB = atB + 1
  }
  matchRange(matching, fromA, aEnd, fromB, bEnd)
}

/** Pairs the first with the first, the second with the second ... of each key; or only keys that occur once. */
function pairOccurrences(
  { before, after }: Matching,
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
  isOnce: boolean,
): [number, number][] {
  const places = new Map<string, number[]>()
  for (let j = b; j < bEnd; j += 1) {
    const found = places.get(after[j]!)
    if (found === undefined) places.set(after[j]!, [j])
    else found.push(j)
  }
  const counts = new Map<string, number>()
  for (let i = a; i < aEnd; i += 1) counts.set(before[i]!, (counts.get(before[i]!) ?? 0) + 1)
  const seen = new Map<string, number>()
  const pairs: [number, number][] = []
  for (let i = a; i < aEnd; i += 1) {
    const key = before[i]!
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    const found = places.get(key)
    if (found === undefined || ordinal >= found.length) continue
    if (isOnce && (found.length > 1 || counts.get(key) !== 1)) continue
    pairs.push([i, found[ordinal]!])
  }
  return pairs
}

/** The longest run of pairs that rises on the second side too; the first side rises already. */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, at], index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < at) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[index] = tails[low - 1]!
    tails[low] = index
  })
  const run: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) run.push(pairs[at]!)
  return run.reverse()
}
