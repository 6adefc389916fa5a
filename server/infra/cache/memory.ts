import { LRUCache } from "lru-cache"
import { entryName, readEntry } from "./entry.ts"
import type { Cache } from "./port.ts"

const maxChars = 32 * 1024 * 1024

/** For one process; what was used longest ago goes first. */
export function createMemoryCache(): Cache {
  const entries = new LRUCache<string, string>({
    maxSize: maxChars,
    sizeCalculation: (json, name) => json.length + name.length,
  })
  return {
    async get<Value>(owner: string, key: string) {
      const json = entries.get(entryName(owner, key))
      return json === undefined ? undefined : readEntry<Value>(json)
    },
    async set(owner, key, value, ttlMs) {
      entries.set(entryName(owner, key), JSON.stringify(value), { ttl: ttlMs })
    },
    async delete(owner, key) {
      entries.delete(entryName(owner, key))
    },
    async close() {
      entries.clear()
    },
  }
}
