import { describe } from "vitest"
import { useTestRedis } from "../../redis/tests/open-test-redis.ts"
import { createRedisLocks } from "../redis.ts"
import { describeLocks } from "./conformance.ts"

describe("locks in Redis", () => {
  const redis = useTestRedis()
  describeLocks(async () => createRedisLocks(redis()))
})
