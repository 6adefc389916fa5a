import type { Redis } from "ioredis"
import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible"
import type { Limits } from "./port.ts"
import { createLimits } from "./rates.ts"

/** For several processes. While Redis does not answer, each process counts for itself. */
export function createRedisLimits(redis: Redis): Limits {
  return createLimits((name, { points, windowSeconds }) => {
    const options = { keyPrefix: `botwright:limit:${name}`, points, duration: windowSeconds }
    return new RateLimiterRedis({
      ...options,
      storeClient: redis,
      insuranceLimiter: new RateLimiterMemory(options),
    })
  })
}
