import { describe } from "vitest"
import { useTestRedis } from "../../redis/tests/open-test-redis.ts"
import { createRedisCache } from "../redis.ts"
import { describeCache } from "./conformance.ts"

describe("the cache in Redis", () => {
  const redis = useTestRedis()
  describeCache(async () => createRedisCache(redis()))
})
