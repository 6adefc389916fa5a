import { msPerDay, weekdayOfDays } from "../dates/civil.ts"
import { monthNames, weekdayNames } from "../dates/names.ts"
import { civilOf, localMsOf } from "../dates/zone.ts"
import { parseNumber } from "../format/parse-number.ts"
import { toText } from "../format/to-text.ts"
import { countChars, sliceChars } from "../functions/chars.ts"
import type { FunctionKeyword } from "../keywords/define.ts"
import type { Env } from "./env.ts"
import { findKey } from "./keys.ts"
import { DateValue, ListValue, MapValue, type Value } from "./value.ts"

/**
 * Reads `object.name`; what is not there is null, also through null.
 *
 * A map gives its own entry first. A list stands for its first row, as the result of FIND does. Then
 * come properties (`length`, `trim`): built-in functions that take just the value.
 */
export const readMember = (
  env: Env,
  object: Value,
  name: string,
  property: FunctionKeyword | null,
): Value => {
  const row = object instanceof ListValue ? (object.items[0] ?? null) : object
  if (row instanceof MapValue) {
    const key = findKey(env, row, name)
    if (key !== null) return row.entries.get(key) as Value
  }
  if (object instanceof DateValue) {
    const part = readDatePart(object, name.toLowerCase())
    if (part !== null) return part
  }
  if ((object === null || object instanceof MapValue) && !isLengthName(name)) return null
  return property === null ? null : property.evaluate([object], env)
}

/** Of nothing and of maps only their length can be asked without parentheses; any other name is a member. */
const isLengthName = (name: string): boolean => {
  const lower = name.toLowerCase()
  return lower === "length" || lower === "count"
}

/** Parts of a date that no function gives. */
function readDatePart(date: DateValue, part: string): Value {
  if (part === "month_name") return monthNames[civilOf(date).month - 1] ?? null
  if (part === "timestamp") return Math.floor(date.epochMs / 1000)
  if (part !== "weekday_name" && part !== "day_name") return null
  const weekday = weekdayOfDays(Math.floor(localMsOf(date) / msPerDay))
  return weekdayNames[weekday - 1] ?? null
}

/**
 * Reads `object[key]`; out of range is null. Lists and texts count from 0, negative from the end; a
 * text key of a list reads its first row.
 */
export const readElement = (env: Env, object: Value, key: Value): Value => {
  if (object === null) return null
  if (object instanceof MapValue) return object.entries.get(toText(key, env)) ?? null
  const place = readPlace(key)
  if (object instanceof ListValue) {
    if (place !== null) return object.items.at(place) ?? null
    const row = object.items[0]
    return row instanceof MapValue ? (row.entries.get(toText(key, env)) ?? null) : null
  }
  if (typeof object !== "string" || place === null) return null
  env.spend(object.length >> 3)
  const start = place < 0 ? place + countChars(object) : place
  return sliceChars(object, start, start + 1) || null
}

/** A key as a place in a list: whole, cut towards zero; null when it is no number. */
export const readPlace = (key: Value): number | null => {
  const number = typeof key === "string" ? parseNumber(key) : key
  return typeof number === "number" ? Math.trunc(number) : null
}
