import type { CacheOwner } from "./port.ts"

/** The full name of an entry. The owner's length stands first, so that no key can reach into another's. */
export function entryName(owner: CacheOwner, key: string): string {
  return `${owner.length}:${owner}:${key}`
}

/** What was stored under a name has the shape its writer gave it; nothing else writes there. */
export function readEntry<Value>(json: string): Value {
  return JSON.parse(json) as Value
}
