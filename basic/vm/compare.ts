import { parseNumber } from "../format/parse-number.ts"
import { printDate } from "../format/print-date.ts"
import type { Env } from "./env.ts"
import { isNothing } from "./truth.ts"
import { DateValue, DurationValue, ListValue, MapValue, type Value } from "./value.ts"

/** Lists and maps nested deeper than this are equal only if they are the same one. */
const maxComparedDepth = 50

/**
 * Tells whether two values are equal, as `=` does.
 *
 * A number equals text that reads as that number; text equals text exactly; null equals null and "".
 * Lists and maps are equal when their contents are.
 */
export const areEqual = (env: Env, a: Value, b: Value): boolean => areEqualAt(env, a, b, 0)

function areEqualAt(env: Env, a: Value, b: Value, depth: number): boolean {
  if (a === b) {
    if (typeof a === "string") env.spend(a.length >> 4)
    return true
  }
  if (a === null || b === null) return isNothing(a) && isNothing(b)
  if (typeof a === "object" && typeof b === "object") {
    if (a instanceof ListValue || a instanceof MapValue) return haveEqualContents(env, a, b, depth)
    return compareValues(env, a, b) === 0
  }
  if (typeof a === "string" && typeof b === "string") {
    if (a.length === b.length) env.spend(a.length >> 4)
    return false
  }
  if (typeof a === "boolean" && typeof b === "string") return String(a) === b.toLowerCase()
  if (typeof b === "boolean" && typeof a === "string") return String(b) === a.toLowerCase()
  return compareValues(env, a, b) === 0
}

function haveEqualContents(
  env: Env,
  a: ListValue | MapValue,
  b: Exclude<Value, null | string | number | boolean>,
  depth: number,
): boolean {
  if (depth >= maxComparedDepth) return false
  if (a instanceof ListValue) {
    if (!(b instanceof ListValue) || a.items.length !== b.items.length) return false
    return a.items.every((item, index) => {
      env.spend(1)
      return areEqualAt(env, item, b.items[index] as Value, depth + 1)
    })
  }
  if (!(b instanceof MapValue) || a.entries.size !== b.entries.size) return false
  for (const [key, item] of a.entries) {
    env.spend(1)
    const other = b.entries.get(key)
    if (other === undefined || !areEqualAt(env, item, other, depth + 1)) return false
  }
  return true
}

/**
 * Orders two values: negative, 0 or positive; NaN where there is no order.
 *
 * Text is ordered by character codes, numbers and numeric text by size, dates by instant; a date beside
 * text as the text it prints. Null counts as 0 beside a number and as "" beside text.
 */
export const compareValues = (env: Env, a: Value, b: Value): number => {
  if (typeof a === "number" && typeof b === "number") return a - b
  if (typeof a === "string" && typeof b === "string") return compareTexts(env, a, b)
  if (a === null && b === null) return 0
  if (typeof a === "string" || typeof b === "string") return compareWithText(env, a, b)
  if (a instanceof DateValue && b instanceof DateValue) return a.epochMs - b.epochMs
  return sizeOf(a) - sizeOf(b)
}

function compareTexts(env: Env, a: string, b: string): number {
  env.spend(Math.min(a.length, b.length) >> 4)
  return a < b ? -1 : a > b ? 1 : 0
}

function compareWithText(env: Env, a: Value, b: Value): number {
  if (a === null) return b === "" ? 0 : -1
  if (b === null) return a === "" ? 0 : 1
  if (a instanceof DateValue && typeof b === "string") return compareTexts(env, printDate(a), b)
  if (b instanceof DateValue && typeof a === "string") return compareTexts(env, a, printDate(b))
  return sizeOf(a) - sizeOf(b)
}

/** A value as a point on the line of numbers; NaN when it is none. */
function sizeOf(value: Value): number {
  if (typeof value === "number") return value
  if (value === null) return 0
  if (typeof value === "string") return parseNumber(value) ?? Number.NaN
  if (typeof value === "boolean") return value ? 1 : 0
  return value instanceof DurationValue ? value.seconds : Number.NaN
}
