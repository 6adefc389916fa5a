import { parseTimeOfDay } from "../dates/parse.ts"
import { type DateUnit, findDateUnit, unitNames } from "../dates/units.ts"
import { civilOf } from "../dates/zone.ts"
import type { Env } from "../vm/env.ts"
import type { Value } from "../vm/value.ts"
import { type Args, dateAt, dateOf } from "./arguments.ts"

/**
 * Finds the unit among the operands of DATEADD and DATEDIFF, which are written in every order; the others
 * keep theirs. Two operands need no unit: days.
 */
export const findUnitOperand = (
  name: string,
  args: Args,
  env: Env,
): { unit: DateUnit; others: Args } => {
  for (const [index, value] of args.entries()) {
    const unit = typeof value === "string" ? findDateUnit(value) : null
    if (unit !== null) return { unit, others: args.filter((_, other) => other !== index) }
  }
  if (args.length < 3) return { unit: "day", others: args }
  return env.fail("basic.unknown_date_unit", { name, units: unitNames })
}

/** A date, or a text that reads as one; a number could be either operand. */
export const isDateLike = (value: Value, env: Env): boolean =>
  typeof value !== "number" && dateOf(value, env) !== null

/** Reads a part of the time of day from a date or from a text such as `14:30`; null from nothing. */
export const readClock = (
  name: string,
  args: Args,
  part: "hour" | "minute" | "second",
  env: Env,
): Value => {
  const value = args[0] ?? null
  const time = typeof value === "string" ? parseTimeOfDay(value.trim()) : null
  if (time) return time[part]
  const date = dateAt(name, args, 0, env)
  return date && civilOf(date)[part]
}
