import type { Env } from "../vm/env.ts"
import { findKey } from "../vm/keys.ts"
import { ListValue, MapValue, type Value } from "../vm/value.ts"

/** Longer paths are cut into no steps: nothing lies that deep. */
const maxPathChars = 1000

const readStep = (env: Env, value: Value, step: string): Value => {
  if (value instanceof MapValue) {
    const key = findKey(env, value, step)
    return key === null ? null : (value.entries.get(key) ?? null)
  }
  if (value instanceof ListValue && /^\d{1,9}$/.test(step)) return value.items[Number(step)] ?? null
  return null
}

/**
 * Reads a value inside another by a path: `name`, `address.city`, `items[0].sku`. A key that is the
 * whole path wins. Whatever is missing on the way is null.
 */
export const readInside = (env: Env, value: Value, path: string): Value => {
  if (value instanceof MapValue && value.entries.has(path)) return value.entries.get(path) ?? null
  if (path.length > maxPathChars) return null
  let current = value
  for (const step of path.split(/[.?[\]]+/)) {
    if (step !== "") current = readStep(env, current, step)
  }
  return current
}
