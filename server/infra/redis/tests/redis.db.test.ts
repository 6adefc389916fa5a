import { describe, expect, it } from "vitest"
import { StartRefusal } from "#server/errors/start-refusal.ts"
import { connectRedis } from "../connect.ts"
import { testRedisUrl } from "./open-test-redis.ts"

describe("the connection to Redis", () => {
  it("refuses to start in one sentence when nobody answers, without the password", async () => {
    const refusal = connectRedis("redis://:secret@127.0.0.1:1")
    await expect(refusal).rejects.toThrow(StartRefusal)
    await expect(refusal).rejects.toThrow(/^The Redis that REDIS_URL names cannot be used: .+\.$/)
    await expect(refusal).rejects.not.toThrow(/secret/)
  })

  it("refuses to start in one sentence when the password is wrong", async () => {
    const url = new URL(testRedisUrl())
    url.password = "wrong"
    await expect(connectRedis(url.href)).rejects.toThrow(StartRefusal)
  })
})
