import type { ZoneTable } from "../vm/outcome.ts"
import type { DateValue } from "../vm/value.ts"
import { type CivilTime, isCivilDate, localMsFromCivil } from "./civil.ts"
import { findMonth } from "./names.ts"
import { dateFromCivil, dateFromInstant } from "./zone.ts"

/** What a text says about a date. `offsetMinutes` is null when the text names no zone. */
export interface DateText {
  readonly civil: CivilTime
  readonly hasTime: boolean
  readonly offsetMinutes: number | null
}

/** No date in any accepted form is longer; longer texts are refused unread. */
const maxDateChars = 48

interface YearMonthDay {
  readonly year: number
  readonly month: number
  readonly day: number
}
const checked = (year: number, month: number, day: number): YearMonthDay | null =>
  isCivilDate(year, month, day) ? { year, month, day } : null

/** Two digits mean 1970 to 2069. */
const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}

/** Reads a day in figures (year first, or day first, or month first when the day cannot be first) or with the month's name. */
export const parseDay = (text: string): YearMonthDay | null => {
  if (text.length > maxDateChars) return null
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (yearFirst) return checked(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]))
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return checked(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (yearLast) {
    const year = fullYear(yearLast[4] as string)
    const first = Number(yearLast[1])
    const second = Number(yearLast[3])
    return checked(year, second, first) ?? checked(year, first, second)
  }
  return parseDayInWords(text)
}

const fillerWords = new Set(["de", "of", "the"])

const parseDayInWords = (text: string): YearMonthDay | null => {
  const words = text.split(/[\s,]+/).filter((word) => !fillerWords.has(word.toLowerCase()))
  if (words.length !== 3) return null
  const [a, b, c] = words as [string, string, string]
  const year = /^\d{4}$/.test(c) ? Number(c) : null
  if (year === null) return null
  const dayPattern = /^(\d{1,2})(?:st|nd|rd|th|º|er|\.)?$/i
  const dayFirst = dayPattern.exec(a)
  const month = findMonth(dayFirst ? b : a)
  const day = dayFirst ?? dayPattern.exec(b)
  return month !== null && day ? checked(year, month, Number(day[1])) : null
}

interface TimeOfDay {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
}

/** Reads `14:30`, `14:30:05.250`, `2:30 PM` and `2 pm`; null for anything else. */
export const parseTimeOfDay = (text: string): TimeOfDay | null => {
  if (text.length > maxDateChars) return null
  const found =
    /^(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([ap])?(?:\.?m\.?)?$/i.exec(text)
  if (!found) return null
  const half = found[5]?.toLowerCase()
  const isMarked = /m\.?$/i.test(text)
  if (isMarked !== (half !== undefined)) return null
  if (found[2] === undefined && half === undefined) return null
  let hour = Number(found[1])
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half === "p" ? 12 : 0)
  }
  const minute = Number(found[2] ?? 0)
  const second = Number(found[3] ?? 0)
  const ms = Math.floor(Number(`0.${found[4] ?? 0}`) * 1000)
  return hour < 24 && minute < 60 && second < 60 ? { hour, minute, second, ms } : null
}

const splitZone = (text: string): { rest: string; offsetMinutes: number | null } | null => {
  const found = /^(.*\d) ?(?:(z|utc|gmt)|([+-])(\d{2}):?(\d{2}))$/i.exec(text)
  if (!found) return { rest: text, offsetMinutes: null }
  if (found[2] !== undefined) return { rest: found[1] as string, offsetMinutes: 0 }
  const minutes = Number(found[4]) * 60 + Number(found[5])
  if (minutes > 15 * 60) return null
  return { rest: found[1] as string, offsetMinutes: found[3] === "-" ? -minutes : minutes }
}

const midnight: TimeOfDay = { hour: 0, minute: 0, second: 0, ms: 0 }

/**
 * Reads a date with or without a time of day; null when the text is none.
 *
 * Shape: `2025-01-31`, `2025-01-31 09:00[:00[.000]]`, the same with `T`, `Z` or `+02:00`,
 * `31/01/2025`, `1/31/2025` (month first only where day first is impossible), `31 Jan 2025`.
 */
export const parseDateText = (text: string): DateText | null => {
  const trimmed = text.length > maxDateChars * 2 ? "" : text.trim()
  if (trimmed === "" || trimmed.length > maxDateChars) return null
  const whole = parseDay(trimmed)
  if (whole) return { civil: { ...whole, ...midnight }, hasTime: false, offsetMinutes: null }
  const parted = /^(.*?)(?:T| +)(\d{1,2}(?::\d{2}.*| ?[ap]\.?m\.?))$/i.exec(trimmed)
  if (!parted) return null
  const zoned = splitZone(parted[2] as string)
  const day = parseDay((parted[1] as string).replace(/,$/, ""))
  const time = zoned && parseTimeOfDay(zoned.rest)
  if (!zoned || !day || !time) return null
  return { civil: { ...day, ...time }, hasTime: true, offsetMinutes: zoned.offsetMinutes }
}

/** Reads a date as the zone's clock shows it; a text that names its own offset is moved to the zone. */
export const parseDate = (zone: ZoneTable, text: string): DateValue | null => {
  const found = parseDateText(text)
  if (!found) return null
  if (found.offsetMinutes === null) return dateFromCivil(zone, found.civil, found.hasTime)
  const epochMs = localMsFromCivil(found.civil) - found.offsetMinutes * 60_000
  return dateFromInstant(zone, epochMs, true)
}
