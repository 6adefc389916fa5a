/** What the operators of FILTER conditions and MAP expressions do with two values. */
import { toText } from "../format/to-text.ts"
import type { Env } from "../vm/env.ts"
import { DateValue, ListValue, type Value } from "../vm/value.ts"
import { dateOf, numberOf, showValue } from "./arguments.ts"
import { identityOf } from "./compare.ts"
import { matchWildcards } from "./wildcards.ts"

const isEmpty = (value: Value): boolean => value === null || value === ""

/** Below, at or above zero as the first value is less, equal or greater; null when they cannot be ordered. */
const order = (left: Value, right: Value, env: Env): number | null => {
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right) ? 0 : null
  if (left instanceof DateValue || right instanceof DateValue) {
    const a = dateOf(left, env)
    const b = dateOf(right, env)
    return a && b ? a.epochMs - b.epochMs : null
  }
  const a = typeof left === "boolean" ? null : numberOf(left)
  const b = typeof right === "boolean" ? null : numberOf(right)
  if (a !== null && b !== null) return a - b
  const first = toText(left, env)
  const second = toText(right, env)
  env.spend(Math.min(first.length, second.length) >> 5)
  return first < second ? -1 : first > second ? 1 : 0
}

const areEqual = (left: Value, right: Value, env: Env): boolean => {
  if (typeof left === "boolean" && typeof right === "number") return Number(left) === right
  if (typeof right === "boolean" && typeof left === "number") return Number(right) === left
  return order(left, right, env) === 0
}

const contains = (left: Value, right: Value, env: Env): boolean => {
  if (left instanceof ListValue) {
    const wanted = identityOf(right, env)
    env.spend(left.items.length)
    return left.items.some((item) => identityOf(item, env) === wanted)
  }
  const text = toText(left, env)
  const sought = toText(right, env)
  env.spend(text.length >> 4)
  return sought !== "" && text.includes(sought)
}

/** An answer to `left operator right`. */
export type Comparison = (left: Value, right: Value, env: Env) => boolean

const ordered =
  (holds: (order: number) => boolean): Comparison =>
  (left, right, env) => {
    const found = order(left, right, env)
    return found !== null && holds(found)
  }

export const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ["=", areEqual],
  ["==", areEqual],
  ["<>", (left, right, env) => !areEqual(left, right, env)],
  ["!=", (left, right, env) => !areEqual(left, right, env)],
  ["<", ordered((found) => found < 0)],
  ["<=", ordered((found) => found <= 0)],
  [">", ordered((found) => found > 0)],
  [">=", ordered((found) => found >= 0)],
  ["LIKE", (left, right, env) => matchWildcards(toText(left, env), toText(right, env), env)],
  ["CONTAINS", contains],
  [
    "STARTS WITH",
    (left, right, env) => !isEmpty(right) && toText(left, env).startsWith(toText(right, env)),
  ],
  [
    "ENDS WITH",
    (left, right, env) => !isEmpty(right) && toText(left, env).endsWith(toText(right, env)),
  ],
])

const needNumber = (value: Value, operation: string, env: Env): number => {
  const number = numberOf(value)
  return number === null
    ? env.fail("basic.not_a_number", { operation, found: showValue(value) })
    : number
}

const add = (left: Value, right: Value, env: Env): Value => {
  const isText = typeof left === "string" || typeof right === "string"
  if (!isText) return needNumber(left, "+", env) + needNumber(right, "+", env)
  const a = toText(left, env)
  const b = toText(right, env)
  env.needText(a.length + b.length)
  return a + b
}

const divide = (left: number, right: number, env: Env): number =>
  right === 0 ? env.fail("basic.division_by_zero") : left / right

/** Applies `+ - * / %`. */
export const calculate = (operator: string, left: Value, right: Value, env: Env): Value => {
  if (operator === "+") return add(left, right, env)
  const a = needNumber(left, operator, env)
  const b = needNumber(right, operator, env)
  const result = operator === "-" ? a - b : operator === "*" ? a * b : divide(a, b, env)
  if (operator === "%") return a - b * Math.trunc(result)
  return Number.isFinite(result) ? result : env.fail("basic.no_result", { name: operator })
}
