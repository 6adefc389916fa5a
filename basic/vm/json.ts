import { type Budget, maxNesting, noLimits } from "../format/budget.ts"
import { printIsoDate } from "../format/print-date.ts"
import { toText as printText } from "../format/to-text.ts"
import { StateError } from "./errors.ts"
import { defaultTurnLimits } from "./outcome.ts"
import { DateValue, DurationValue, type Json, ListValue, MapValue, type Value } from "./value.ts"

/** Values that one list or object may hold in all when it is handed over: what shares parts is written out. */
const maxHandedOver = 1_000_000

/**
 * Turns a value into JSON: dates become ISO text, durations seconds.
 *
 * Throws: StateError "too_deep" for nesting beyond 100 or a list inside itself, "too_large".
 */
export const toJson = (value: Value): Json => {
  let left = maxHandedOver
  const write = (item: Value, depth: number): Json => {
    if (--left < 0) throw new StateError("too_large", "A value holds more than a million others.")
    if (item === null || typeof item === "boolean" || typeof item === "string") return item
    if (typeof item === "number") return Number.isFinite(item) ? item : null
    if (item instanceof DateValue) return printIsoDate(item)
    if (item instanceof DurationValue) return item.seconds
    if (depth >= maxNesting) throw tooDeep()
    if (item instanceof ListValue) return item.items.map((inner) => write(inner, depth + 1))
    // fromEntries defines properties, so that `__proto__` is a key like any other.
    return Object.fromEntries(
      Array.from(item.entries, ([key, inner]) => [key, write(inner, depth + 1)]),
    )
  }
  return write(value, 0)
}

/**
 * Turns JSON into a value. Only own keys count.
 *
 * Throws: StateError "too_deep" for nesting beyond 100.
 */
export const fromJson = (json: Json): Value => readJson(json, 0)

function readJson(json: Json, depth: number): Value {
  if (typeof json === "number") return Number.isFinite(json) ? json : null
  if (json === null || typeof json !== "object") return json
  if (depth >= maxNesting) throw tooDeep()
  if (Array.isArray(json)) return new ListValue(json.map((item) => readJson(item, depth + 1)))
  return new MapValue(
    new Map(Object.entries(json).map(([key, item]) => [key, readJson(item, depth + 1)])),
  )
}

const tooDeep = (): StateError =>
  new StateError("too_deep", `Lists or objects lie inside each other more than ${maxNesting} deep.`)

/**
 * Turns a value into text as `+` does, outside of a turn.
 *
 * Throws: StateError "too_large" beyond the text a turn may make, "too_deep".
 */
export const toText = (value: Value): string => {
  if (typeof value === "string") return value
  return printText(value, borderBudget)
}

const { textChars } = defaultTurnLimits

/** Lists that share their parts print far longer than they are, so the border has a limit too. */
const borderBudget: Budget = {
  ...noLimits,
  needText: (chars) => {
    if (chars > textChars)
      throw new StateError("too_large", `A value prints longer than ${textChars} characters.`)
  },
  fail: (code) => {
    if (code === "basic.nested_too_deep") throw tooDeep()
    throw new StateError("too_large", code)
  },
}
