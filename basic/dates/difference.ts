import type { DateValue } from "../vm/value.ts"
import { msPerDay } from "./civil.ts"
import type { DateUnit } from "./units.ts"
import { secondsOfUnit } from "./units.ts"
import { civilOf, localMsOf } from "./zone.ts"

/**
 * Measures `to - from` in whole units. Years, quarters, months, weeks and days follow the calendar:
 * from 23:00 to 01:00 is one day, from December to January is one month. Shorter units count the time
 * that passed, cut towards zero.
 */
export const differenceOfDates = (from: DateValue, to: DateValue, unit: DateUnit): number => {
  if (unit === "year" || unit === "quarter" || unit === "month") {
    const a = civilOf(from)
    const b = civilOf(to)
    if (unit === "year") return b.year - a.year
    const months = (b.year - a.year) * 12 + (b.month - a.month)
    return unit === "month"
      ? months
      : (b.year - a.year) * 4 + Math.floor((b.month - 1) / 3) - Math.floor((a.month - 1) / 3)
  }
  if (unit === "day" || unit === "week") {
    const days = Math.floor(localMsOf(to) / msPerDay) - Math.floor(localMsOf(from) / msPerDay)
    return unit === "day" ? days : Math.trunc(days / 7)
  }
  const passed = (to.epochMs - from.epochMs) / 1000 / secondsOfUnit[unit]
  return Math.trunc(Math.round(passed * 1e6) / 1e6) + 0
}
