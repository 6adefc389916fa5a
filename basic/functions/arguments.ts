/**
 * How functions read their arguments: any value where text is wanted, numeric text where a number is,
 * date text where a date is. What cannot be read is an error that names the function and the value.
 */
import { parseDate } from "../dates/parse.ts"
import { dateFromInstant } from "../dates/zone.ts"
import { parseNumber } from "../format/parse-number.ts"
import { toText } from "../format/to-text.ts"
import type { Env } from "../vm/env.ts"
import { nameKind } from "../vm/truth.ts"
import { DateValue, DurationValue, ListValue, MapValue, type Value } from "../vm/value.ts"

export type Args = readonly Value[]

export const valueAt = (args: Args, index: number): Value => args[index] ?? null

export const textAt = (args: Args, index: number, env: Env): string => {
  const text = toText(valueAt(args, index), env)
  env.spend(text.length >> 5)
  return text
}

/** Shortens a value for a message. */
export const showValue = (value: Value): string =>
  typeof value === "string"
    ? value.length > 40
      ? `"${value.slice(0, 40)}..."`
      : `"${value}"`
    : nameKind(value)

/** Refuses a number outside of what a function can work with. */
export const checkRange = (
  name: string,
  found: number,
  least: number,
  most: number,
  env: Env,
): number =>
  found < least || found > most
    ? env.fail("basic.out_of_range", { name, found, least, most })
    : found

/** Reads a number out of a value; null when it holds none. Nothing and empty text count as 0, as in arithmetic. */
export const numberOf = (value: Value): number | null => {
  if (typeof value === "number") return Number.isFinite(value) ? value : null
  if (value === null || value === "") return 0
  if (typeof value === "boolean") return value ? 1 : 0
  if (typeof value === "string") return parseNumber(value)
  return value instanceof DurationValue ? value.seconds : null
}

const refuseNumber = (name: string, value: Value, env: Env): never =>
  typeof value === "string"
    ? env.fail("basic.not_a_number", { operation: name, found: value })
    : env.fail("basic.wrong_type", { name, expected: "a number", found: showValue(value) })

export const numberAt = (name: string, args: Args, index: number, env: Env): number => {
  const value = valueAt(args, index)
  const number = numberOf(value)
  return number === null ? refuseNumber(name, value, env) : number
}

/** A count or position: whole, cut towards zero. */
export const wholeAt = (name: string, args: Args, index: number, env: Env): number =>
  Math.trunc(numberAt(name, args, index, env)) + 0

/** The elements of a list; nothing is no elements, a single object one. */
export const itemsOf = (value: Value): readonly Value[] | null => {
  if (value instanceof ListValue) return value.items
  if (value === null) return []
  return value instanceof MapValue ? [value] : null
}

export const itemsAt = (name: string, args: Args, index: number, env: Env): readonly Value[] => {
  const value = valueAt(args, index)
  const items = itemsOf(value)
  if (items === null) {
    return env.fail("basic.wrong_type", { name, expected: "a list", found: showValue(value) })
  }
  env.spend(items.length >> 3)
  return items
}

/** The list itself, for functions that change it. */
export const listAt = (name: string, args: Args, index: number, env: Env): ListValue => {
  const value = valueAt(args, index)
  return value instanceof ListValue
    ? value
    : env.fail("basic.wrong_type", { name, expected: "a list", found: showValue(value) })
}

/** Asks for the cells, then makes the list. */
export const makeList = (items: Value[], env: Env): ListValue => {
  env.needCells(items.length)
  env.spend(items.length >> 3)
  return new ListValue(items)
}

/** Asks for the text before it is handed on. */
export const makeText = (text: string, env: Env): string => {
  env.needText(text.length)
  env.spend(text.length >> 4)
  return text
}

/** Latest instant of the year 9999 and earliest of the year 1. Units: ms since 1970 UTC. */
const earliestMs = -62_135_596_800_000
const latestMs = 253_402_300_799_999

/** Reads a date out of a value; null when it is none. Numbers are seconds since 1970. */
export const dateOf = (value: Value, env: Env): DateValue | null => {
  if (value instanceof DateValue) return value
  if (typeof value === "string") return parseDate(env.zone, value)
  if (typeof value !== "number") return null
  const epochMs = Math.round(value * 1000)
  return epochMs >= earliestMs && epochMs <= latestMs
    ? dateFromInstant(env.zone, epochMs, true)
    : null
}

/** A date, or null when nothing was given: what is computed from nothing is nothing. */
export const dateAt = (name: string, args: Args, index: number, env: Env): DateValue | null => {
  const value = valueAt(args, index)
  if (value === null || value === "") return null
  return dateOf(value, env) ?? env.fail("basic.not_a_date", { name, found: showValue(value) })
}

/** Refuses results that are no number any more. */
export const makeNumber = (name: string, value: number, env: Env): number =>
  Number.isFinite(value) ? value + 0 : env.fail("basic.no_result", { name })
