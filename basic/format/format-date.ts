import { type CivilTime, daysFromCivil, weekdayOfDays } from "../dates/civil.ts"
import { monthNames, weekdayNames } from "../dates/names.ts"
import { civilOf } from "../dates/zone.ts"
import type { DateValue } from "../vm/value.ts"
import { printOffset } from "./print-date.ts"

interface Moment extends CivilTime {
  readonly weekday: number
  readonly offsetMinutes: number
}
const pad = (value: number, width: number): string => String(value).padStart(width, "0")
const hour12 = (time: Moment): number => ((time.hour + 11) % 12) + 1
const monthName = (time: Moment): string => monthNames[time.month - 1] ?? ""
const weekdayName = (time: Moment): string => weekdayNames[time.weekday - 1] ?? ""

/**
 * Letters and what they print. Years and days may be written in either case; `MM` is the month and
 * `mm` the minute. Longest first, as they are tried in this order.
 */
const tokens: readonly (readonly [RegExp, (time: Moment) => string])[] = [
  [/^(?:YYYY|yyyy)/, (time) => pad(time.year, 4)],
  [/^(?:YY|yy)/, (time) => pad(time.year % 100, 2)],
  [/^MMMM/, (time) => monthName(time)],
  [/^MMM/, (time) => monthName(time).slice(0, 3)],
  [/^MM/, (time) => pad(time.month, 2)],
  [/^M/, (time) => String(time.month)],
  [/^(?:dddd|DDDD)/, (time) => weekdayName(time)],
  [/^(?:ddd|DDD)/, (time) => weekdayName(time).slice(0, 3)],
  [/^(?:dd|DD)/, (time) => pad(time.day, 2)],
  [/^[dD]/, (time) => String(time.day)],
  [/^HH/, (time) => pad(time.hour, 2)],
  [/^H/, (time) => String(time.hour)],
  [/^hh/, (time) => pad(hour12(time), 2)],
  [/^h/, (time) => String(hour12(time))],
  [/^mm/, (time) => pad(time.minute, 2)],
  [/^m/, (time) => String(time.minute)],
  [/^(?:ss|SS)/, (time) => pad(time.second, 2)],
  [/^s/, (time) => String(time.second)],
  [/^(?:fff|FFF)/, (time) => pad(time.ms, 3)],
  [/^(?:tt|TT)/, (time) => (time.hour < 12 ? "AM" : "PM")],
  [/^zzz/, (time) => printOffset(time.offsetMinutes)],
  /** The separators of ISO 8601 stand for themselves between other letters. */
  [/^T/, () => "T"],
  [/^Z/, () => "Z"],
]

/** Replaces the letters of one run; null when a letter means nothing, so that "de" and "at" stay words. */
const formatRun = (run: string, time: Moment): string | null => {
  let out = ""
  let rest = run
  while (rest !== "") {
    const token = tokens.find(([pattern]) => pattern.test(rest))
    if (!token) return null
    out += token[1](time)
    rest = rest.slice((token[0].exec(rest)?.[0] ?? rest).length)
  }
  return out
}

const namedPatterns: ReadonlyMap<string, string> = new Map([
  ["date", "yyyy-MM-dd"],
  ["time", "HH:mm:ss"],
  ["datetime", "yyyy-MM-dd HH:mm:ss"],
  ["iso", "yyyy-MM-ddTHH:mm:sszzz"],
])

/** Longer patterns are given back as they are: no date needs them. */
const maxPatternChars = 200

/** Letters in runs of at most a dozen, texts in single quotes, escaped characters, and everything else one by one. */
const pieces = /[A-Za-z]+|'[^']*'|\\.|[\s\S]/g

/** True when the pattern, quoted texts aside, holds a letter run that prints part of a date. */
export const isDatePattern = (pattern: string): boolean => {
  if (pattern.length > maxPatternChars) return false
  if (namedPatterns.has(pattern.toLowerCase())) return true
  return (pattern.match(pieces) ?? []).some(
    (piece) =>
      /^[A-Za-z]/.test(piece) && /[YyMdDHhms]/.test(piece) && formatRun(piece, sample) !== null,
  )
}

const sample: Moment = {
  year: 2000,
  month: 1,
  day: 1,
  hour: 0,
  minute: 0,
  second: 0,
  ms: 0,
  weekday: 7,
  offsetMinutes: 0,
}

/** Prints a date by a pattern, on the clock the date is shown on. Names are English. */
export const formatDate = (date: DateValue, pattern: string): string => {
  if (pattern.length > maxPatternChars) return pattern
  const civil = civilOf(date)
  const weekday = weekdayOfDays(daysFromCivil(civil.year, civil.month, civil.day))
  const time: Moment = { ...civil, weekday, offsetMinutes: date.offsetMinutes }
  const expanded = namedPatterns.get(pattern.toLowerCase()) ?? pattern
  return (expanded.match(pieces) ?? [])
    .map((piece) => {
      if (/^[A-Za-z]/.test(piece)) return formatRun(piece, time) ?? piece
      if (piece.length > 1 && piece.startsWith("'")) return piece.slice(1, -1)
      return piece.length === 2 && piece.startsWith("\\") ? piece.slice(1) : piece
    })
    .join("")
}
