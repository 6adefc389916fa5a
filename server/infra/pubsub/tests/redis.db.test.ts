import { describe } from "vitest"
import { useTestRedis } from "../../redis/tests/open-test-redis.ts"
import { createRedisPubSub } from "../redis.ts"
import { describePubSub } from "./conformance.ts"

describe("pub/sub in Redis", () => {
  const redis = useTestRedis()
  describePubSub(async () => createRedisPubSub(redis()))
})
