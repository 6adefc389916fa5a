import { parseDate } from "../../dates/parse.ts"
import { printIsoDate } from "../../format/print-date.ts"
import { findFunction } from "../../keywords/index.ts"
import { Raised } from "../../vm/errors.ts"
import { Meter } from "../../vm/meter.ts"
import { defaultTurnLimits, type TurnLimits, type ZoneTable } from "../../vm/outcome.ts"
import type { Json, Value } from "../../vm/value.ts"
import { DateValue, DurationValue, ListValue, MapValue } from "../../vm/value.ts"

/** One call: the function's name, its arguments, what it gives. `date(...)` makes dates. */
export type Case = readonly [name: string, args: readonly Given[], expected: Given]
export type Given = Json | Value | readonly Given[] | { readonly [key: string]: Given }

/** Berlin through 2025: an hour ahead of UTC, two from 30 March to 26 October. */
export const berlin: ZoneTable = {
  name: "Europe/Berlin",
  untils: [1_743_296_400_000, 1_761_440_400_000],
  offsets: [60, 120, 60],
}
/** Friday 31 January 2025, 14:30:15 in Berlin. */
export const nowMs = 1_738_330_215_000

export const newEnv = (limits: Partial<TurnLimits> = {}): Meter =>
  new Meter(
    { nowMs, seed: 7, zone: berlin, botId: "bot_1", sessionId: "cnv_1" },
    { ...defaultTurnLimits, ...limits },
    () => 0,
  )

export const date = (text: string): DateValue => {
  const found = parseDate(berlin, text)
  if (!found) throw new Error(`${text} is no date`)
  return found
}

export const toValue = (given: Given): Value => {
  if (Array.isArray(given)) return new ListValue(given.map(toValue))
  const isOurs =
    given instanceof DateValue ||
    given instanceof DurationValue ||
    given instanceof ListValue ||
    given instanceof MapValue
  if (given === null || typeof given !== "object" || isOurs) return given as Value
  return new MapValue(new Map(Object.entries(given).map(([key, value]) => [key, toValue(value)])))
}

/** A form that compares and prints well. */
export const showOf = (value: Value): unknown => {
  if (value instanceof ListValue) return value.items.map(showOf)
  if (value instanceof MapValue)
    return Object.fromEntries([...value.entries].map(([key, item]) => [key, showOf(item)]))
  if (value instanceof DateValue) return `date ${printIsoDate(value)}`
  return value instanceof DurationValue ? `duration ${value.seconds}` : value
}

export const call = (name: string, args: readonly Given[], env: Meter = newEnv()): Value => {
  const found = findFunction(name)
  if (!found) throw new Error(`there is no function ${name}`)
  return found.evaluate(args.map(toValue), env)
}

/** The code an erring call fails with. */
export const failureOf = (name: string, args: readonly Given[]): string => {
  try {
    call(name, args)
  } catch (error) {
    if (error instanceof Raised) return error.code
    throw error
  }
  return "no failure"
}
