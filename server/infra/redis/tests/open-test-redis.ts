import type { Redis } from "ioredis"
import { afterAll, beforeAll } from "vitest"
import { connectRedis } from "../connect.ts"

/** Connects a suite to the Redis that `npm run test:db` started, and lets go after it. */
export function useTestRedis(): () => Redis {
  let redis: Redis
  beforeAll(async () => {
    redis = await connectRedis(testRedisUrl())
  })
  afterAll(async () => {
    await redis.quit()
  })
  return () => redis
}

export function testRedisUrl(): string {
  const url = process.env.TEST_REDIS_URL
  if (url === undefined || url === "")
    throw new Error(
      "TEST_REDIS_URL names no Redis. Run these suites with `npm run test:db`, which starts one.",
    )
  return url
}
