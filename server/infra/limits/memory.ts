import { RateLimiterMemory } from "rate-limiter-flexible"
import type { Limits } from "./port.ts"
import { createLimits } from "./rates.ts"

/** For one process. */
export function createMemoryLimits(): Limits {
  return createLimits(
    (name, { points, windowSeconds }) =>
      new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds }),
  )
}
