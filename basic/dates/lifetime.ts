import { parseNumber } from "../format/parse-number.ts"
import { DurationValue, type Value } from "../vm/value.ts"
import { findDateUnit } from "./units.ts"

/** Months and years are counted as these many days here: a lifetime begins at no calendar day. */
const secondsByUnit = {
  millisecond: 0.001,
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 30 * 86_400,
  quarter: 91 * 86_400,
  year: 365 * 86_400,
} as const

/**
 * Reads how long something is kept: `"30 days"`, `"5 minutes"`, `"forever"`, a duration, or a number of
 * days. Units: seconds; Infinity for ever. Null when it says no such thing.
 */
export const parseLifetime = (value: Value): number | null => {
  if (value === null) return Number.POSITIVE_INFINITY
  if (value instanceof DurationValue) return value.seconds > 0 ? value.seconds : null
  if (typeof value === "number") return value > 0 ? value * secondsByUnit.day : null
  if (typeof value !== "string" || value.length > 100) return null
  const text = value.trim().toLowerCase()
  if (text === "" || text === "forever" || text === "permanent") return Number.POSITIVE_INFINITY
  const found = /^([\d.]{1,20}) ?([a-z]*)$/.exec(text)
  const count = found && parseNumber(found[1] as string)
  const unit = found && (found[2] === "" ? "day" : findDateUnit(found[2] as string))
  return count && unit ? count * secondsByUnit[unit] : null
}
