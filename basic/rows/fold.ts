import { parseNumber } from "../format/parse-number.ts"
import { compareKeys, sortKeyOf } from "../functions/compare.ts"
import { readInside } from "../functions/members.ts"
import type { Env } from "../vm/env.ts"
import { MapValue, type Value } from "../vm/value.ts"

export const foldNames = ["SUM", "AVG", "COUNT", "MIN", "MAX"] as const
export type FoldName = (typeof foldNames)[number]

/** The operation that a word names; null for any other text. */
export const findFold = (word: string): FoldName | null => {
  const upper = word.trim().toUpperCase()
  if (upper === "AVERAGE" || upper === "MEAN") return "AVG"
  if (upper === "TOTAL") return "SUM"
  return foldNames.find((name) => name === upper) ?? null
}

/** What an element holds under a field; with no field, or "*", the element itself. */
export const fieldOf = (item: Value, field: string, env: Env): Value =>
  field === "" || field === "*"
    ? item
    : item instanceof MapValue
      ? readInside(env, item, field)
      : item

/**
 * Works one number or value out of many. Nothing and empty text do not count.
 *
 * Shape: of no values COUNT and SUM give 0, the others null. SUM and AVG pass over what is no number.
 */
export function fold(name: FoldName, values: readonly Value[], env: Env): Value {
  env.spend(values.length)
  const present = values.filter((value) => value !== null && value !== "")
  if (name === "COUNT") return present.length
  if (name === "MIN" || name === "MAX") return pickExtreme(name, present, env)
  const numbers = present.flatMap((value) => numberIn(value) ?? [])
  const sum = numbers.reduce((total, number) => total + number, 0)
  if (name === "SUM") return sum
  return numbers.length === 0 ? null : sum / numbers.length
}

export const numberIn = (value: Value): number | null => {
  if (typeof value === "number") return value
  if (typeof value === "boolean") return value ? 1 : 0
  return typeof value === "string" ? parseNumber(value) : null
}

function pickExtreme(name: "MIN" | "MAX", values: readonly Value[], env: Env): Value {
  let best: Value = null
  for (const [index, value] of values.entries()) {
    if (index === 0) best = value
    else {
      const order = compareKeys(sortKeyOf(value, env), sortKeyOf(best, env), env)
      if (name === "MIN" ? order < 0 : order > 0) best = value
    }
  }
  return best
}
