import { createHash } from "node:crypto"
import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible"
import type { Limits, Rate, Taken } from "./port.ts"

/** Turns limiters of rate-limiter-flexible into the port; shared by the adapters. */
export function createLimits(
  makeLimiter: (name: string, rate: Rate) => RateLimiterAbstract,
): Limits {
  const limiters = new Map<string, { rate: Rate; limiter: RateLimiterAbstract }>()

  function limiterOf(name: string, rate: Rate): RateLimiterAbstract {
    const known = limiters.get(name)
    if (known !== undefined && isSame(known.rate, rate)) return known.limiter
    const limiter = makeLimiter(name, rate)
    limiters.set(name, { rate, limiter })
    return limiter
  }

  return {
    async consume(name, key, rate) {
      try {
        return describeTaken(await limiterOf(name, rate).consume(shorten(key)), true)
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return describeTaken(refused, false)
        throw refused
      }
    },
    async clear(name, key) {
      const known = limiters.get(name)
      const limiter = known?.limiter ?? makeLimiter(name, { points: 1, windowSeconds: 1 })
      await limiter.delete(shorten(key))
    },
    async close() {
      limiters.clear()
    },
  }
}

function isSame(one: Rate, other: Rate): boolean {
  return one.points === other.points && one.windowSeconds === other.windowSeconds
}

function describeTaken(
  { remainingPoints, msBeforeNext }: RateLimiterRes,
  isAllowed: boolean,
): Taken {
  return { isAllowed, remainingPoints, retryAfterMs: isAllowed ? 0 : Math.max(1, msBeforeNext) }
}

/** A key may be as long as somebody wants it to be (an address, a mail); a counter's name may not. */
function shorten(key: string): string {
  return key.length <= 64 ? key : createHash("sha256").update(key).digest("base64url")
}
