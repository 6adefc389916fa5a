import type { CivilTime } from "../dates/civil.ts"
import { civilOf } from "../dates/zone.ts"
import type { DateValue } from "../vm/value.ts"

const pad = (value: number, width: number): string => String(value).padStart(width, "0")

const printDay = (time: CivilTime): string =>
  `${pad(time.year, 4)}-${pad(time.month, 2)}-${pad(time.day, 2)}`
const printClock = (time: CivilTime): string =>
  `${pad(time.hour, 2)}:${pad(time.minute, 2)}:${pad(time.second, 2)}`

/** Prints a date as the language does when it becomes text: `2025-01-31` or `2025-01-31 09:05:00`. */
export const printDate = (date: DateValue): string => {
  const time = civilOf(date)
  return date.hasTime ? `${printDay(time)} ${printClock(time)}` : printDay(time)
}

/** Prints a date for JSON: `2025-01-31`, or ISO 8601 with the offset when it has a time of day. */
export const printIsoDate = (date: DateValue): string => {
  const time = civilOf(date)
  if (!date.hasTime) return printDay(time)
  const fraction = time.ms === 0 ? "" : `.${pad(time.ms, 3)}`
  return `${printDay(time)}T${printClock(time)}${fraction}${printOffset(date.offsetMinutes)}`
}

/** `Z` for UTC, else `+02:00`. */
export const printOffset = (offsetMinutes: number): string => {
  if (offsetMinutes === 0) return "Z"
  const minutes = Math.abs(offsetMinutes)
  return `${offsetMinutes < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`
}
