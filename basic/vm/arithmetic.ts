import { dateFromInstant } from "../dates/zone.ts"
import { parseNumber } from "../format/parse-number.ts"
import { toText } from "../format/to-text.ts"
import type { Env } from "./env.ts"
import { Raised } from "./errors.ts"
import { nameKind } from "./truth.ts"
import { DateValue, DurationValue, ListValue, type Value } from "./value.ts"

export type Arithmetic = "+" | "-" | "*" | "/" | "\\" | "MOD" | "^"

/** Years a date may lie in, as in `dates/`. Units: ms. */
const minEpochMs = -62_135_683_200_000
const maxEpochMs = 253_402_387_200_000

/** Reads a value as a number: numeric text is converted, null and "" are 0. Raises `basic.not_a_number`. */
export const readNumber = (env: Env, value: Value, operation: string): number => {
  if (typeof value === "number") return value
  if (value === null || value === "") return 0
  if (typeof value === "boolean") return value ? 1 : 0
  if (value instanceof DurationValue) return value.seconds
  const number = typeof value === "string" ? parseNumber(value) : null
  if (number !== null) return number
  const found = typeof value === "string" ? value.slice(0, 100) : nameKind(value)
  return env.fail("basic.not_a_number", { found, operation })
}

/** `a + b` for all that are not two numbers: text joins, dates move, lists are put together. */
export const add = (env: Env, a: Value, b: Value): Value => {
  if (typeof a === "string" || typeof b === "string") return concat(env, a, b)
  if (typeof a === "object" || typeof b === "object") {
    if (a === null && b === null) return null
    if (a instanceof DateValue) return moveDate(env, a, readNumber(env, b, "+"))
    if (b instanceof DateValue) return moveDate(env, b, readNumber(env, a, "+"))
    if (a instanceof ListValue && b instanceof ListValue) return joinLists(env, a, b)
    if (a instanceof DurationValue || b instanceof DurationValue)
      return new DurationValue(calculate(env, "+", a, b))
  }
  return calculate(env, "+", a, b)
}

/** `a - b`, `a * b` ... for all that are not two numbers. */
export const combine = (
  env: Env,
  operation: Exclude<Arithmetic, "+">,
  a: Value,
  b: Value,
): Value => {
  if (operation === "-" && a instanceof DateValue) {
    if (b instanceof DateValue) return new DurationValue((a.epochMs - b.epochMs) / 1000)
    return moveDate(env, a, -readNumber(env, b, "-"))
  }
  const result = calculate(env, operation, a, b)
  const isLength = a instanceof DurationValue || (b instanceof DurationValue && operation === "*")
  const isRatio = b instanceof DurationValue && operation !== "-"
  if (isLength && !(isRatio && a instanceof DurationValue)) return new DurationValue(result)
  return result
}

/** `a & b`: both as text. Throws the limit's fault when it would be too long. */
export const concat = (env: Env, a: Value, b: Value): string => {
  const left = toText(a, env)
  const right = toText(b, env)
  const length = left.length + right.length
  env.needText(length)
  // Joining shares both sides; the little that is charged bounds the tree they form.
  env.spend(length >> 12)
  return left + right
}

const tooLargeFacts = (operation: Arithmetic) => ({
  name: operation,
  found: "a number with more than 308 digits",
  expected: "a smaller one",
})

/** Checks that a result is a number a program can use. */
const finite = (result: number, operation: Arithmetic): number => {
  if (result - result === 0) return result
  throw new Raised("basic.bad_value", tooLargeFacts(operation))
}

function calculate(env: Env, operation: Arithmetic, a: Value, b: Value): number {
  const x = readNumber(env, a, operation)
  const y = readNumber(env, b, operation)
  return finite(calculateNumbers(env, operation, x, y), operation)
}

/** The plain arithmetic of two numbers. */
export const calculateNumbers = (env: Env, operation: Arithmetic, x: number, y: number): number => {
  switch (operation) {
    case "+":
      return x + y
    case "-":
      return x - y
    case "*":
      return x * y
    case "^":
      return x === 0 && y < 0 ? env.fail("basic.division_by_zero") : x ** y
    default:
  }
  if (y === 0) return env.fail("basic.division_by_zero")
  if (operation === "/") return x / y
  return operation === "MOD" ? (x % y) + 0 : Math.trunc(x / y) + 0
}

/** Adding a number to a date means seconds. */
function moveDate(env: Env, date: DateValue, seconds: number): DateValue {
  const epochMs = Math.round(date.epochMs + seconds * 1000)
  if (!(epochMs >= minEpochMs && epochMs <= maxEpochMs))
    env.fail("basic.bad_value", {
      name: "+",
      found: "a date outside of the years 1 to 9999",
      expected: "one inside",
    })
  const moved = dateFromInstant(env.zone, epochMs, true)
  const keepsDay = !date.hasTime && seconds % 86_400 === 0
  return keepsDay ? new DateValue(epochMs, moved.offsetMinutes, false) : moved
}

function joinLists(env: Env, a: ListValue, b: ListValue): ListValue {
  const length = a.items.length + b.items.length
  env.needCells(length + 1)
  env.spend(length)
  return new ListValue(a.items.concat(b.items))
}
