import { toJson } from "../vm/json.ts"
import type { MapValue } from "../vm/value.ts"

/** Tells whether two rows hold the same, whatever the order of their cells. */
export const areSameCells = (a: MapValue, b: MapValue): boolean => {
  if (a.entries.size !== b.entries.size) return false
  for (const [name, value] of a.entries) {
    const other = b.entries.get(name)
    if (other === undefined || JSON.stringify(toJson(value)) !== JSON.stringify(toJson(other)))
      return false
  }
  return true
}
