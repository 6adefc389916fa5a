import type { ZoneTable } from "../vm/outcome.ts"
import type { DateValue } from "../vm/value.ts"
import { civilFromDays, daysFromCivil, daysInMonth, maxYear, minYear, msPerDay } from "./civil.ts"
import type { DateUnit } from "./units.ts"
import { secondsOfUnit } from "./units.ts"
import { dateFromInstant, dateFromLocal, localMsOf } from "./zone.ts"

const minLocalMs = daysFromCivil(minYear, 1, 1) * msPerDay
const maxLocalMs = daysFromCivil(maxYear + 1, 1, 1) * msPerDay

const monthsOfUnit = { year: 12, quarter: 3, month: 1 } as const

const addMonths = (localMs: number, months: number): number => {
  const days = Math.floor(localMs / msPerDay)
  const { year, month, day } = civilFromDays(days)
  const total = year * 12 + (month - 1) + months
  const newYear = Math.floor(total / 12)
  const newMonth = total - newYear * 12 + 1
  const newDay = Math.min(day, daysInMonth(newYear, newMonth))
  return daysFromCivil(newYear, newMonth, newDay) * msPerDay + (localMs - days * msPerDay)
}

/**
 * Adds to a date; null when the result lies outside of the years 1 to 9999.
 *
 * Days, weeks and months move the wall clock, so noon stays noon over a clock change; hours and
 * shorter units move the instant. The end of a month stays in its month (31 January + 1 month is the
 * last of February). Parts of a month are dropped; parts of a day count as hours.
 */
export const addToDate = (
  zone: ZoneTable,
  date: DateValue,
  amount: number,
  unit: DateUnit,
): DateValue | null => {
  if (!Number.isFinite(amount) || Math.abs(amount) > 1e14) return null
  const local = localMsOf(date)
  const check = (localMs: number, make: () => DateValue): DateValue | null =>
    localMs >= minLocalMs && localMs < maxLocalMs ? make() : null

  if (unit === "year" || unit === "quarter" || unit === "month") {
    const months = Math.trunc(amount) * monthsOfUnit[unit]
    if (Math.abs(months) > 12 * maxYear) return null
    const moved = addMonths(local, months)
    return check(moved, () => dateFromLocal(zone, moved, date.hasTime))
  }
  if (unit === "day" || unit === "week") {
    const days = amount * (unit === "week" ? 7 : 1)
    const isWhole = Number.isInteger(days)
    const moved = local + Math.round(days * msPerDay)
    return check(moved, () => dateFromLocal(zone, moved, date.hasTime || !isWhole))
  }
  const delta = Math.round(amount * secondsOfUnit[unit] * 1000)
  return check(local + delta, () => dateFromInstant(zone, date.epochMs + delta, true))
}
