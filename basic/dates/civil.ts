/** Calendar arithmetic on the proleptic Gregorian calendar, in whole numbers; there is no Date object in `basic/`. */

export const msPerDay = 86_400_000

/** A wall-clock time without a zone. `month` and `day` count from 1; `weekday` from 1 = Sunday. */
export interface CivilTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
}

/** Years a date may lie in. Outside of them text forms of four digits no longer work. */
export const minYear = 1
export const maxYear = 9999

export const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Counts the days of a month. `month` from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)

export const isCivilDate = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) &&
  year >= minYear &&
  year <= maxYear &&
  Number.isInteger(month) &&
  month >= 1 &&
  month <= 12 &&
  Number.isInteger(day) &&
  day >= 1 &&
  day <= daysInMonth(year, month)

/**
 * Counts the days from 1970-01-01 to a date. `month` from 1; day may lie outside of the month.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of `daysFromCivil`. */
export const civilFromDays = (days: number): { year: number; month: number; day: number } => {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

/** 1 = Sunday ... 7 = Saturday. */
export const weekdayOfDays = (days: number): number => ((((days + 4) % 7) + 7) % 7) + 1

/** Milliseconds from 1970-01-01T00:00 on the same wall clock. */
export const localMsFromCivil = (time: CivilTime): number =>
  daysFromCivil(time.year, time.month, time.day) * msPerDay +
  time.hour * 3_600_000 +
  time.minute * 60_000 +
  time.second * 1000 +
  time.ms

export const civilFromLocalMs = (localMs: number): CivilTime => {
  const days = Math.floor(localMs / msPerDay)
  const rest = localMs - days * msPerDay
  return {
    ...civilFromDays(days),
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    ms: Math.floor(rest) % 1000,
  }
}
