/** How many of how many. */
export interface Share {
  readonly hits: number
  readonly total: number
}

/**
 * What may be said of two shares:
 *
 * - "too_few": not enough people yet for anything
 * - "no_difference": what is seen may well be chance
 * - "a" or "b": that one is better
 */
export type ShareVerdict = "too_few" | "no_difference" | "a" | "b"

export interface ShareComparison {
  readonly verdict: ShareVerdict
  readonly shareA: number
  readonly shareB: number
  /** Of B over A, with the range it lies in with 95 percent. Units: 0.1 is ten points. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** How likely a difference like this is where there is none. */
  readonly chance: number
  /** How many people each side needs before anything is said. */
  readonly leastPerSide: number
}

/** Fewer people on a side, or fewer of either outcome altogether, and the normal curve does not hold. */
const leastPerSide = 50
const leastOfEach = 10
const certainChance = 0.05
const sigmas = 1.959964

/** Compares two shares by the two-proportion z test. */
export function compareShares(a: Share, b: Share): ShareComparison {
  const shareA = shareOf(a)
  const shareB = shareOf(b)
  const difference = shareB - shareA
  const spread = Math.sqrt(variance(shareA, a.total) + variance(shareB, b.total))
  const pooled = shareOf({ hits: a.hits + b.hits, total: a.total + b.total })
  const error = Math.sqrt(variance(pooled, a.total) + variance(pooled, b.total))
  const chance = error === 0 ? 1 : 2 * (1 - normal(Math.abs(difference) / error))
  const base = {
    ...{ shareA, shareB, difference, chance, leastPerSide },
    low: Math.max(-1, difference - sigmas * spread),
    high: Math.min(1, difference + sigmas * spread),
  }
  const hits = a.hits + b.hits
  const misses = a.total + b.total - hits
  const isFew = Math.min(a.total, b.total) < leastPerSide || Math.min(hits, misses) < leastOfEach
  if (isFew) return { ...base, verdict: "too_few" }
  if (chance >= certainChance) return { ...base, verdict: "no_difference" }
  return { ...base, verdict: difference > 0 ? "b" : "a" }
}

const shareOf = ({ hits, total }: Share): number => (total === 0 ? 0 : hits / total)
const variance = (share: number, total: number): number =>
  total === 0 ? 0 : (share * (1 - share)) / total

/** The part of the normal curve below `z`, to seven places (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail
}
