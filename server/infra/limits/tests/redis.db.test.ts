import { Redis } from "ioredis"
import { describe, expect, it } from "vitest"
import { useTestRedis } from "../../redis/tests/open-test-redis.ts"
import { createRedisLimits } from "../redis.ts"
import { describeLimits } from "./conformance.ts"

describe("limits in Redis", () => {
  const redis = useTestRedis()
  describeLimits(async () => createRedisLimits(redis()))

  it("are shared by the processes", async () => {
    const rate = { points: 1, windowSeconds: 60 }
    const key = crypto.randomUUID()
    expect((await createRedisLimits(redis()).consume("test", key, rate)).isAllowed).toBe(true)
    expect((await createRedisLimits(redis()).consume("test", key, rate)).isAllowed).toBe(false)
  })

  it("are counted by each process for itself while Redis is away", async () => {
    const away = new Redis("redis://127.0.0.1:1", {
      ...{ lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null },
    })
    away.on("error", () => {})
    const limits = createRedisLimits(away)
    const rate = { points: 1, windowSeconds: 60 }
    expect((await limits.consume("test", "key", rate)).isAllowed).toBe(true)
    expect((await limits.consume("test", "key", rate)).isAllowed).toBe(false)
    away.disconnect()
  })
})
