import { randomUUID } from "node:crypto"
import type { Redis } from "ioredis"
import type { Locks } from "./port.ts"

const prefix = "botwright:lock:"

/** Only the holder's token may lengthen or remove the key; looking and doing must be one step. */
const renewScript =
  'if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("pexpire", KEYS[1], ARGV[2]) else return 0 end'
const releaseScript =
  'if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) else return 0 end'

/** For several processes. */
export function createRedisLocks(redis: Redis): Locks {
  return {
    async acquire(name, ttlMs) {
      const key = prefix + name
      const token = randomUUID()
      if ((await redis.set(key, token, "PX", Math.ceil(ttlMs), "NX")) === null) return null
      return {
        renew: async (nextMs) =>
          (await redis.eval(renewScript, 1, key, token, Math.ceil(nextMs))) === 1,
        async release() {
          await redis.eval(releaseScript, 1, key, token)
        },
      }
    },
    async close() {},
  }
}
