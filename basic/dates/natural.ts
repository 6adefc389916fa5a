import type { ZoneTable } from "../vm/outcome.ts"
import type { DateValue } from "../vm/value.ts"
import { addToDate } from "./add.ts"
import { civilFromDays, daysFromCivil, isCivilDate, msPerDay, weekdayOfDays } from "./civil.ts"
import { findMonth } from "./names.ts"
import { parseDate, parseDay } from "./parse.ts"
import type { DateUnit } from "./units.ts"
import { dateFromInstant, dateFromLocal, localMsOf } from "./zone.ts"

const maxChars = 80

/**
 * Reads when something is to happen as people say it in English and Portuguese: "tomorrow 10:00",
 * "Monday 09:00", "next friday at 3pm", "in 2 hours", "amanhã às 9", "sexta-feira 14h30", "daqui a 3 dias",
 * and every form of `parseDate`. A weekday is the next one that is not over; a bare time is today, or
 * tomorrow when it is over. Null when the text says no time.
 */
export const parseNaturalDate = (
  text: string,
  nowMs: number,
  zone: ZoneTable,
): DateValue | null => {
  if (text.length > maxChars) return null
  const exact = parseDate(zone, text.trim())
  if (exact) return exact
  const words = plainWords(text)
  if (words === "" || words === "now" || words === "agora")
    return words === "" ? null : dateFromInstant(zone, nowMs, true)
  return readAfter(words, nowMs, zone) ?? readDayAndTime(words, nowMs, zone)
}

/** Lower case, without accents, commas and the words that say nothing. */
const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M},]/gu, "")
    .replace(/\s+/g, " ")
    .trim()

const units: readonly (readonly [RegExp, DateUnit])[] = [
  [/^(?:minutes?|mins?|minutos?)$/, "minute"],
  [/^(?:hours?|hrs?|h|horas?)$/, "hour"],
  [/^(?:days?|dias?)$/, "day"],
  [/^(?:weeks?|semanas?)$/, "week"],
  [/^(?:months?|mes|meses)$/, "month"],
  [/^(?:years?|anos?)$/, "year"],
]

/** "in 3 days", "em 2 horas", "daqui a 1 semana"; days and longer may name a time behind. */
const readAfter = (words: string, nowMs: number, zone: ZoneTable): DateValue | null => {
  const found =
    /^(?:in|em|daqui a|daqui|dentro de) (\d{1,5}|an?|uma?|one) (\p{L}+)(?: (.*))?$/u.exec(words)
  const unit = units.find(([pattern]) => pattern.test(found?.[2] ?? ""))?.[1]
  if (!found || !unit) return null
  const count = /^\d/.test(found[1] ?? "") ? Number(found[1]) : 1
  const moved = addToDate(zone, dateFromInstant(zone, nowMs, true), count, unit)
  const rest = found[3] ?? ""
  if (moved === null || rest === "") return moved
  const minutes = readTime(rest)
  if (minutes === null) return null
  const day = Math.floor(localMsOf(moved) / msPerDay)
  return dateFromLocal(zone, day * msPerDay + minutes * 60_000, true)
}

const timePattern =
  /(?:^| )(?:(?:at|as|ao|a las|a) )?(noon|midday|meio[- ]dia|midnight|meia[- ]noite|\d{1,2}(?::\d{2}| ?h(?:oras?)? ?(?:\d{2})?)?(?: ?[ap]\.?m\.?)?(?: da (?:manha|tarde|noite))?)$/
const partsOfDay: readonly (readonly [RegExp, number])[] = [
  [/(?:^| )(?:in the |this |de |pela )?(?:morning|manha)$/, 9 * 60],
  [/(?:^| )(?:in the |this |a |de |pela )?(?:afternoon|tarde)$/, 14 * 60],
  [/(?:^| )(?:in the |this |a |de )?(?:evening|noite|tonight)$/, 19 * 60],
]

const readDayAndTime = (words: string, nowMs: number, zone: ZoneTable): DateValue | null => {
  const today = Math.floor(localMsOf(dateFromInstant(zone, nowMs, true)) / msPerDay)
  const nowMinutes = (localMsOf(dateFromInstant(zone, nowMs, true)) / 60_000) % (24 * 60)
  const whole = readDay(words, today)
  if (whole !== null) {
    const { day, isWeekday } = whole
    return dateFromLocal(zone, (isWeekday && day === today ? day + 7 : day) * msPerDay, false)
  }
  const split = splitTime(words)
  if (split === null) return null
  const { rest, minutes } = split
  const found = rest === "" ? { day: today, isWeekday: false } : readDay(rest, today)
  if (found === null) return null
  const isOver = found.day === today && minutes <= nowMinutes
  const later = isOver && (rest === "" ? 1 : found.isWeekday ? 7 : 0)
  return dateFromLocal(zone, (found.day + Number(later)) * msPerDay + minutes * 60_000, true)
}

/** Cuts the time of day off the end. Units: minutes since midnight. */
const splitTime = (words: string): { rest: string; minutes: number } | null => {
  const found = timePattern.exec(words)
  const minutes = found === null ? null : readTime(found[1] ?? "")
  if (found !== null && minutes !== null)
    return { rest: trimDay(words.slice(0, found.index)), minutes }
  for (const [pattern, minutes] of partsOfDay) {
    const found = pattern.exec(words)
    if (found && !words.endsWith("amanha"))
      return { rest: trimDay(words.slice(0, found.index)), minutes }
  }
  return null
}

const trimDay = (words: string): string => words.replace(/(?: at| as| ao| a)$/, "").trim()

const readTime = (text: string): number | null => {
  const words = text.replace(/^(?:at|as) /, "")
  if (/^(?:noon|midday|meio[- ]dia)$/.test(words)) return 12 * 60
  if (/^(?:midnight|meia[- ]noite)$/.test(words)) return 0
  const found =
    /^(\d{1,2})(?::(\d{2})| ?h(?:oras?)? ?(\d{2})?)?(?: ?([ap])\.?m\.?)?(?: da (manha|tarde|noite))?$/.exec(
      words,
    )
  if (!found) return null
  const half = found[4] ?? (found[5] === undefined ? "" : found[5] === "manha" ? "a" : "p")
  const minute = Number(found[2] ?? found[3] ?? 0)
  let hour = Number(found[1])
  if (half !== "" && hour > 12) return null
  if (half !== "") hour = (hour % 12) + (half === "p" ? 12 : 0)
  return hour < 24 && minute < 60 ? hour * 60 + minute : null
}

const weekdays = [
  "sunday domingo",
  "monday segunda segunda-feira",
  "tuesday terca terca-feira",
  "wednesday quarta quarta-feira",
  "thursday quinta quinta-feira",
  "friday sexta sexta-feira",
  "saturday sabado",
] as const

interface FoundDay {
  /** Days since 1970 on the wall clock. */
  readonly day: number
  readonly isWeekday: boolean
}

const near: Readonly<Record<string, number>> = {
  ...{ today: 0, hoje: 0, tonight: 0, tomorrow: 1, amanha: 1, yesterday: -1, ontem: -1 },
  ...{ "the day after tomorrow": 2, "day after tomorrow": 2, "depois de amanha": 2 },
  ...{ "next week": 7, "proxima semana": 7, "na proxima semana": 7, "semana que vem": 7 },
}

const readDay = (words: string, today: number): FoundDay | null => {
  const days = Object.hasOwn(near, words) ? near[words] : undefined
  if (days !== undefined) return { day: today + days, isWeekday: false }
  const isNext = /^(?:next|proxim[ao]|na proxima|no proximo) | que vem$/.test(words)
  const name = words
    .replace(/^(?:next|this|on|proxim[ao]|na proxima|no proximo|nest[ae]|n[ao]) /, "")
    .replace(/ que vem$/, "")
  const weekday = weekdays.findIndex((names) =>
    names.split(" ").some((each) => matches(each, name)),
  )
  if (weekday >= 0) {
    const ahead = (weekday + 1 - weekdayOfDays(today) + 7) % 7
    return { day: today + (isNext && ahead === 0 ? 7 : ahead), isWeekday: true }
  }
  const date = parseDay(words)
  if (date) return { day: daysFromCivil(date.year, date.month, date.day), isWeekday: false }
  return readDayOfYear(words, today)
}

/** "mon" is Monday; three letters at least. */
const matches = (weekday: string, word: string): boolean =>
  word === weekday ||
  (word.length >= 3 && word.length <= 4 && /^[a-z]+day$/.test(weekday) && weekday.startsWith(word))

/** "25/12", "dec 25", "25 de dezembro": the next day of that name. */
const readDayOfYear = (words: string, today: number): FoundDay | null => {
  const figures = /^(\d{1,2})[/.](\d{1,2})$/.exec(words)
  const named =
    /^(\d{1,2})(?:st|nd|rd|th|º)? (?:de |of )?(\p{L}{3,})$|^(\p{L}{3,}) (\d{1,2})(?:st|nd|rd|th)?$/u.exec(
      words,
    )
  const day = Number(figures?.[1] ?? named?.[1] ?? named?.[4])
  const month = figures ? Number(figures[2]) : findMonth(named?.[2] ?? named?.[3] ?? "")
  if (month === null || !Number.isInteger(day)) return null
  const { year } = civilFromDays(today)
  const next = [year, year + 1].find(
    (each) => isCivilDate(each, month, day) && daysFromCivil(each, month, day) >= today,
  )
  return next === undefined ? null : { day: daysFromCivil(next, month, day), isWeekday: false }
}
