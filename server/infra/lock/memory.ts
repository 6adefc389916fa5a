import type { Locks } from "./port.ts"

interface Held {
  readonly token: symbol
  readonly until: number
}

/** For one process. `nowMs` is a steady clock; tests hand in their own. */
export function createMemoryLocks(nowMs: () => number = () => performance.now()): Locks {
  const held = new Map<string, Held>()
  const isHeldBy = (name: string, token: symbol) => {
    const now = held.get(name)
    return now !== undefined && now.token === token && now.until > nowMs()
  }
  return {
    async acquire(name, ttlMs) {
      const before = held.get(name)
      if (before !== undefined && before.until > nowMs()) return null
      const token = Symbol(name)
      held.set(name, { token, until: nowMs() + ttlMs })
      return {
        async renew(nextMs) {
          if (!isHeldBy(name, token)) return false
          held.set(name, { token, until: nowMs() + nextMs })
          return true
        },
        async release() {
          if (isHeldBy(name, token)) held.delete(name)
        },
      }
    },
    async close() {
      held.clear()
    },
  }
}
