import { StateError } from "../vm/errors.ts"
import { fromJson, toJson } from "../vm/json.ts"
import type { Json, Value } from "../vm/value.ts"

/** What a preview is given by name, as the machine holds it. */
export const toValues = (given: Readonly<Record<string, Json>> = {}): Record<string, Value> =>
  Object.fromEntries(Object.entries(given).map(([name, json]) => [name, fromJson(json)]))

/** A value as it is told; one that cannot be handed over says why. */
export const showValue = (value: Value): Json => {
  try {
    return toJson(value)
  } catch (error) {
    if (error instanceof StateError) return error.message
    throw error
  }
}
