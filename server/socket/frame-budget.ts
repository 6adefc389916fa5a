import type { Clock } from "#server/clock.ts"

/** Counts frames against a rate, allowing a short burst. */
export interface FrameBudget {
  /** Takes one frame; false when there are too many. */
  take(): boolean
}

/** Builds a budget that refills at `perSecond` and holds three seconds' worth. */
export function createFrameBudget(clock: Clock, perSecond: number): FrameBudget {
  const capacity = perSecond * 3
  let left = capacity
  let at = clock.now().getTime()
  return {
    take: () => {
      const now = clock.now().getTime()
      left = Math.min(capacity, left + ((now - at) / 1000) * perSecond)
      at = now
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
