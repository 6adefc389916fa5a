import type { Clock } from "#server/clock.ts"
import type { Limits } from "#server/infra/limits/port.ts"

/** Limits that run by a clock a test can turn. */
export function createClockLimits(clock: Clock): Limits {
  const windows = new Map<string, { used: number; endsAt: number }>()
  return {
    consume: async (name, key, { points, windowSeconds }) => {
      const now = clock.now().getTime()
      const id = `${name} ${key}`
      const found = windows.get(id)
      const open =
        found && found.endsAt > now ? found : { used: 0, endsAt: now + windowSeconds * 1_000 }
      windows.set(id, open)
      if (open.used >= points)
        return { isAllowed: false, remainingPoints: 0, retryAfterMs: open.endsAt - now }
      open.used += 1
      return { isAllowed: true, remainingPoints: points - open.used, retryAfterMs: 0 }
    },
    clear: async (name, key) => void windows.delete(`${name} ${key}`),
    close: async () => windows.clear(),
  }
}
