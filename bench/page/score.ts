/** One timing as Lighthouse scores it on a phone: `p10` is worth 90 points, `median` 50. Units: ms, but for shifts. */
interface Curve {
  readonly weight: number
  readonly p10: number
  readonly median: number
}

/** The weights and control points of Lighthouse 10 to 13, mobile. */
const curves = {
  firstPaintMs: { weight: 10, p10: 1_800, median: 3_000 },
  speedIndexMs: { weight: 10, p10: 3_387, median: 5_800 },
  largestPaintMs: { weight: 25, p10: 2_500, median: 4_000 },
  blockedMs: { weight: 30, p10: 200, median: 600 },
  shift: { weight: 25, p10: 0.1, median: 0.25 },
} as const satisfies Readonly<Record<string, Curve>>

export type Timings = { readonly [Name in keyof typeof curves]: number }

/** The score of a page's speed, 0 to 100. */
export function scoreTimings(timings: Timings): number {
  const names = Object.keys(curves) as (keyof Timings)[]
  const points = names.map((name) => curves[name].weight * scoreOne(timings[name], curves[name]))
  return Math.round(points.reduce((sum, point) => sum + point, 0))
}

/** Where a value stands on a log-normal curve, 0 to 1. */
function scoreOne(value: number, { p10, median }: Curve): number {
  if (value <= 0) return 1
  const inverseErfcOfOneFifth = 0.9061938024368232
  const standing = (Math.log(value / median) * inverseErfcOfOneFifth) / -Math.log(p10 / median)
  return (1 - erf(standing)) / 2
}

/** Abramowitz and Stegun 7.1.26, as Lighthouse has it. */
function erf(x: number): number {
  const sign = Math.sign(x)
  const at = Math.abs(x)
  const t = 1 / (1 + 0.3275911 * at)
  const y =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return sign * (1 - y * Math.exp(-at * at))
}

/** The part of checks that hold, 0 to 100, each with its weight. */
export function scoreChecks(
  checks: readonly { readonly holds: boolean; readonly weight: number }[],
) {
  const sum = (all: typeof checks) => all.reduce((total, { weight }) => total + weight, 0)
  const whole = sum(checks)
  return whole === 0 ? 100 : Math.round((100 * sum(checks.filter(({ holds }) => holds))) / whole)
}
