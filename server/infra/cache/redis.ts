import type { Redis } from "ioredis"
import { entryName, readEntry } from "./entry.ts"
import type { Cache } from "./port.ts"

const prefix = "botwright:cache:"

/** For several processes. */
export function createRedisCache(redis: Redis): Cache {
  return {
    async get<Value>(owner: string, key: string) {
      const json = await redis.get(prefix + entryName(owner, key))
      return json === null ? undefined : readEntry<Value>(json)
    },
    async set(owner, key, value, ttlMs) {
      await redis.set(prefix + entryName(owner, key), JSON.stringify(value), "PX", Math.ceil(ttlMs))
    },
    async delete(owner, key) {
      await redis.del(prefix + entryName(owner, key))
    },
    async close() {},
  }
}
