import { DateValue, ListValue, MapValue, type Value } from "../vm/value.ts"

/** Reads a key as written, else one that differs only in case; undefined when there is none. */
export const findKey = (map: MapValue, key: string): string | undefined => {
  if (map.entries.has(key)) return key
  const wanted = key.toLowerCase()
  for (const candidate of map.entries.keys()) {
    if (candidate.toLowerCase() === wanted) return candidate
  }
  return undefined
}

const readStep = (value: Value, step: string): Value => {
  if (value instanceof MapValue) {
    const key = findKey(value, step)
    return key === undefined ? null : (value.entries.get(key) ?? null)
  }
  if (value instanceof ListValue && /^\d{1,9}$/.test(step)) {
    return value.items[Number(step)] ?? null
  }
  return null
}

/**
 * Reads a value inside another by a path: `name`, `address.city`, `items[0].sku`. A key that holds the
 * whole path wins. Whatever is missing on the way is null.
 */
export const readPath = (value: Value, path: string): Value => {
  if (value instanceof MapValue && value.entries.has(path)) return value.entries.get(path) ?? null
  let current = value
  for (const step of path.split(/[.[\]]+/)) {
    if (step === "") continue
    current = readStep(current, step)
    if (current === null || current instanceof DateValue) break
  }
  return current
}
