import type { Env } from "./env.ts"
import type { MapValue } from "./value.ts"

/**
 * Finds the key that a member name means: the exact one, else one that differs only in case; null
 * when there is none. Names in brackets are data and are always exact.
 */
export const findKey = (env: Env, map: MapValue, name: string): string | null => {
  if (map.entries.has(name)) return name
  if (map.entries.size === 0) return null
  env.spend(map.entries.size >> 2)
  const lower = name.toLowerCase()
  for (const candidate of map.entries.keys()) {
    if (candidate.length === name.length && candidate.toLowerCase() === lower) return candidate
  }
  return null
}
