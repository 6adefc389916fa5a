import { describe } from "vitest"
import { useTestRedis } from "../../redis/tests/open-test-redis.ts"
import { createRedisQueue } from "../redis.ts"
import { describeQueue } from "./conformance.ts"

describe("the queue in Redis", () => {
  const redis = useTestRedis()
  describeQueue(async (settings) => createRedisQueue({ ...settings, redis: redis() }))
})
