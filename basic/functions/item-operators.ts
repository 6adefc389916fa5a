/** What the comparisons of FILTER conditions and MAP expressions do with two values. */
import { parseNumber } from "../format/parse-number.ts"
import { toText } from "../format/to-text.ts"
import { areEqual, compareValues } from "../vm/compare.ts"
import { contains, endsWith, startsWith } from "../vm/contain.ts"
import type { Env } from "../vm/env.ts"
import { isLike } from "../vm/like.ts"
import { DateValue, type Value } from "../vm/value.ts"
import { dateOf } from "./arguments.ts"

/** An answer to `left operator right`. */
export type Comparison = (env: Env, left: Value, right: Value) => boolean

const isEmpty = (value: Value): boolean => value === null || value === ""

/** Beside a date, a text that reads as one is that date: conditions hold dates only as text. */
const alignDates = (env: Env, left: Value, right: Value): readonly [Value, Value] =>
  left instanceof DateValue || right instanceof DateValue
    ? [dateOf(left, env) ?? left, dateOf(right, env) ?? right]
    : [left, right]

const isSame: Comparison = (env, left, right) => areEqual(env, ...alignDates(env, left, right))

/** Nothing is neither more nor less than anything: a record without the field does not match. */
const ordered =
  (holds: (order: number) => boolean): Comparison =>
  (env, left, right) =>
    !isEmpty(left) &&
    !isEmpty(right) &&
    holds(compareValues(env, ...alignDates(env, ...alignNumbers(left, right))))

/** Two texts that both read as numbers are ordered as numbers: rows from files hold only text. */
const alignNumbers = (left: Value, right: Value): readonly [Value, Value] => {
  if (typeof left !== "string" || typeof right !== "string") return [left, right]
  const a = parseNumber(left)
  const b = parseNumber(right)
  return a === null || b === null ? [left, right] : [a, b]
}

export const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ["=", isSame],
  ["==", isSame],
  ["<>", (env, left, right) => !isSame(env, left, right)],
  ["!=", (env, left, right) => !isSame(env, left, right)],
  ["<", ordered((found) => found < 0)],
  ["<=", ordered((found) => found <= 0)],
  [">", ordered((found) => found > 0)],
  [">=", ordered((found) => found >= 0)],
  ["LIKE", (env, left, right) => isLike(env, toText(left, env), toText(right, env))],
  [
    "ILIKE",
    (env, left, right) =>
      isLike(env, toText(left, env).toLowerCase(), toText(right, env).toLowerCase()),
  ],
  ["CONTAINS", contains],
  ["STARTS WITH", startsWith],
  ["ENDS WITH", endsWith],
])
