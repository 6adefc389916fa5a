import { addToDate } from "../../dates/add.ts"
import { parseDay, parseTimeOfDay } from "../../dates/parse.ts"
import { dateFromInstant, utcZone } from "../../dates/zone.ts"
import { printDate } from "../../format/print-date.ts"
import { DateValue } from "../../vm/value.ts"
import type { AnswerReader, HearContext } from "../reader.ts"
import { foldWord } from "./boolean.ts"

const pad = (value: number, width: number): string => String(value).padStart(width, "0")

/** Days from today, by the words for them; accents removed. */
const dayWords: ReadonlyMap<string, number> = new Map(
  (
    [
      [0, "today hoje hoy heute aujourd'hui bugun اليوم"],
      [1, "tomorrow amanha manana morgen demain yarin غدا"],
      [-1, "yesterday ontem ayer gestern hier dun أمس امس"],
    ] as const
  ).flatMap(([days, words]) => words.split(" ").map((word) => [foldWord(word), days] as const)),
)

const dayFromNow = (days: number, context: HearContext): string | null => {
  if (context.nowMs === undefined) return null
  const zone = context.zone ?? utcZone
  const now = dateFromInstant(zone, context.nowMs, true)
  const moved = addToDate(zone, now, days, "day")
  return moved && printDate(new DateValue(moved.epochMs, moved.offsetMinutes, false))
}

/** A day in figures, in words, or as today, tomorrow and yesterday; the value is `2025-01-31`. */
export const readDate: AnswerReader = (reply, context) => {
  const days = dayWords.get(foldWord(reply).replaceAll("’", "'"))
  if (days !== undefined) return dayFromNow(days, context)
  const day = parseDay(reply)
  return day && `${pad(day.year, 4)}-${pad(day.month, 2)}-${pad(day.day, 2)}`
}

/** A time of day such as `14:30`, `2:30 PM`, `14h30`; the value is `14:30`. */
export const readHour: AnswerReader = (reply) => {
  const french = /^(\d{1,2}) ?[hH] ?(\d{2})?$/.exec(reply)
  const time = parseTimeOfDay(french ? `${french[1]}:${french[2] ?? "00"}` : reply)
  return time && `${pad(time.hour, 2)}:${pad(time.minute, 2)}`
}
