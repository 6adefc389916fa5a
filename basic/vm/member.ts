import { msPerDay, weekdayOfDays } from "../dates/civil.ts"
import { monthNames, weekdayNames } from "../dates/names.ts"
import { civilOf, localMsOf } from "../dates/zone.ts"
import { parseNumber } from "../format/parse-number.ts"
import { toText } from "../format/to-text.ts"
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
  if (isLengthName(name)) return countOf(object)
  if (property === null || object === null || object instanceof MapValue) return null
  return property.evaluate([object], env)
}

const isLengthName = (name: string): boolean => {
  const lower = name.toLowerCase()
  return lower === "length" || lower === "count"
}

/** Characters of text, elements of a list, entries of a map; 0 for null and 1 for any other single value. */
const countOf = (value: Value): number => {
  if (value === null) return 0
  if (typeof value === "string") return value.length
  if (value instanceof ListValue) return value.items.length
  return value instanceof MapValue ? value.entries.size : 1
}

function readDatePart(date: DateValue, part: string): Value {
  const time = civilOf(date)
  const weekday = weekdayOfDays(Math.floor(localMsOf(date) / msPerDay))
  switch (part) {
    case "year":
    case "month":
    case "day":
    case "hour":
    case "minute":
    case "second":
      return time[part]
    case "weekday":
      return weekday
    case "month_name":
      return monthNames[time.month - 1] ?? null
    case "weekday_name":
    case "day_name":
      return weekdayNames[weekday - 1] ?? null
    case "timestamp":
      return Math.floor(date.epochMs / 1000)
    default:
      return null
  }
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
  if (typeof object === "string" && place !== null) return object.at(place) ?? null
  return null
}

/** A key as a place in a list: whole, cut towards zero; null when it is no number. */
export const readPlace = (key: Value): number | null => {
  const number = typeof key === "string" ? parseNumber(key) : key
  return typeof number === "number" ? Math.trunc(number) : null
}
