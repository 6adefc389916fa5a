import {
  civilFromDays,
  daysFromCivil,
  isCivilDate,
  msPerDay,
  weekdayOfDays,
} from "../dates/civil.ts"
import { findMonth } from "../dates/names.ts"
import { parseDay } from "../dates/parse.ts"
import { dateFromInstant, localMsOf, utcZone } from "../dates/zone.ts"
import type { HearContext } from "../hear/reader.ts"
import {
  aheadWords,
  behindWords,
  dayUnits,
  foldDateWord,
  nearDays,
  numberWords,
  weekdays,
} from "./date-words.ts"
import type { FoundEntity } from "./entity.ts"
import { readPieces, type Token } from "./tokens.ts"

const maxWords = 6
const pad = (value: number, width: number): string => String(value).padStart(width, "0")
const printDay = (days: number): string => {
  const { year, month, day } = civilFromDays(days)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/**
 * Finds a day in a text in any of seven languages: "31/12/2025", "5 de março", "next Friday", "übermorgen",
 * "in drei Tagen". A weekday is the next one; a day without a year is the next of that name. The longest
 * words that make a day are taken. Without a clock only days with a year are found.
 */
export const findDate = (text: string, context: HearContext): FoundEntity | null => {
  const pieces = readPieces(text)
  const today = todayOf(context)
  for (let count = Math.min(maxWords, pieces.length); count > 0; count--) {
    for (let at = 0; at + count <= pieces.length; at++) {
      const window = pieces.slice(at, at + count)
      const days = readDay(window, today)
      if (days === null) continue
      const [first, last] = [window[0] as Token, window[window.length - 1] as Token]
      return { value: printDay(days), start: first.start, end: last.end }
    }
  }
  return null
}

const todayOf = ({ nowMs, zone }: HearContext): number | null =>
  nowMs === undefined
    ? null
    : Math.floor(localMsOf(dateFromInstant(zone ?? utcZone, nowMs, true)) / msPerDay)

/** Units of the result: days since 1970 on the wall clock. */
const readDay = (window: readonly Token[], today: number | null): number | null => {
  const words = foldDateWord(window.map(({ folded }) => folded).join(" ")).replaceAll(
    "-feira",
    " feira",
  )
  const exact = /\d/.test(words) ? parseDay(words.replace(/\b(?:el|le|am|den|the|on) /g, "")) : null
  if (exact) return daysFromCivil(exact.year, exact.month, exact.day)
  if (today === null) return null
  const near = nearDays.get(words)
  if (near !== undefined) return today + near
  return (
    readWeekday(words, today) ??
    readNextWeek(words, today) ??
    readAhead(words, today) ??
    readDayOfYear(words, today)
  )
}

const nextWord =
  /^(?:next|this|on|coming|proxim[oa]|na|no|nesta|neste|el|este|proximo|le|ce|am|kommenden|nachsten|diesen|gelecek|bu|onumuzdeki|يوم) | (?:que vem|que viene|prochain|gunu|القادم)$/

const readWeekday = (words: string, today: number): number | null => {
  const name = words.replace(nextWord, "").replace(nextWord, "")
  const weekday = weekdays.get(name)
  if (weekday === undefined) return null
  return today + (((weekday - weekdayOfDays(today) + 6) % 7) + 1)
}

const nextWeek = [...nearDays].filter(([, days]) => days === 7).map(([words]) => words)

/** "Tuesday next week", "semana que vem na terça": the day of the week that begins with the next Monday. */
const readNextWeek = (words: string, today: number): number | null => {
  for (const phrase of nextWeek) {
    const isFirst = words.startsWith(`${phrase} `)
    if (!isFirst && !words.endsWith(` ${phrase}`)) continue
    const rest = isFirst ? words.slice(phrase.length + 1) : words.slice(0, -phrase.length - 1)
    const weekday = weekdays.get(rest.replace(nextWord, "").replace(/ (?:d[ae]|of|der)$/, ""))
    if (weekday === undefined) continue
    return today + 7 - fromMonday(weekdayOfDays(today)) + fromMonday(weekday)
  }
  return null
}

/** Days since Monday; 1 is Sunday. */
const fromMonday = (weekday: number): number => (weekday + 5) % 7

/** "in 3 days", "dentro de 2 semanas", "3 gün sonra". */
const readAhead = (words: string, today: number): number | null => {
  const behind = /^(\S+) (\S+) (sonra|icinde|from now|from today)$/.exec(words)
  const ahead = /^(.+) (\S+) (\S+)$/.exec(words)
  if (behind && behindWords.has(behind[3] ?? "")) return countDays(behind[1], behind[2], today)
  return ahead && aheadWords.has(ahead[1] ?? "") ? countDays(ahead[2], ahead[3], today) : null
}

const countDays = (figure = "", unit = "", today: number): number | null => {
  const days = dayUnits.get(unit)
  const count = /^\d{1,3}$/.test(figure) ? Number(figure) : (numberWords.get(figure) ?? null)
  return days === undefined || count === null ? null : today + count * days
}

/** "5 March", "March 5th", "5 de março", "5. März", "25/12": the next day of that name. */
const readDayOfYear = (words: string, today: number): number | null => {
  const figures = /^(\d{1,2})[/.](\d{1,2})$/.exec(words)
  const plain = words.replace(/^(?:on|em|el|le|am|den|the|dia) /, "")
  const named =
    /^(\d{1,2})(?:st|nd|rd|th|º|er|\.)? (?:de |of )?(\p{L}{3,})$|^(\p{L}{3,}) (\d{1,2})(?:st|nd|rd|th)?$/u.exec(
      plain,
    )
  const day = Number(figures?.[1] ?? named?.[1] ?? named?.[4])
  const month = figures ? Number(figures[2]) : findMonth(named?.[2] ?? named?.[3] ?? "")
  if (month === null || !Number.isInteger(day)) return null
  const { year } = civilFromDays(today)
  const next = [year, year + 1, year + 2, year + 3, year + 4].find(
    (each) => isCivilDate(each, month, day) && daysFromCivil(each, month, day) >= today,
  )
  return next === undefined ? null : daysFromCivil(next, month, day)
}
