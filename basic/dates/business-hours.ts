import type { ZoneTable } from "../vm/outcome.ts"
import { msPerDay } from "./civil.ts"
import { type BusinessHours, hoursOfDay, type Slot } from "./free-slots.ts"
import { dateFromInstant, localMsOf } from "./zone.ts"

/** When people are there: each part with its days and hours. */
export type BusinessWeek = readonly BusinessHours[]

const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
const part =
  /^([a-z]{3})[a-z]*(?:\s*-\s*([a-z]{3})[a-z]*)?\s+(\d{1,2})(?::(\d{2}))?\s*-\s*(\d{1,2})(?::(\d{2}))?$/
const mostParts = 14
const minutesPerDay = 24 * 60

/**
 * Reads hours such as "Mon-Fri 9:00-17:00; Sat 10-14": days in English, hours on the bot's clock, parts
 * between semicolons or commas. Null for a text that does not say hours.
 */
export const readBusinessWeek = (text: string): BusinessWeek | null => {
  const parts = text
    .toLowerCase()
    .split(/[;,]/)
    .map((each) => each.trim())
    .filter((each) => each !== "")
  const read = parts.slice(0, mostParts).map(readPart)
  const found = read.filter((each) => each !== null)
  return found.length > 0 && found.length === parts.length ? found : null
}

const readPart = (text: string): BusinessHours | null => {
  const [, first = "", last = first, fromHour, fromMinute = "0", toHour, toMinute = "0"] =
    part.exec(text) ?? []
  const [from, to] = [days.indexOf(first), days.indexOf(last)]
  const openMinutes = Number(fromHour) * 60 + Number(fromMinute)
  const closeMinutes = Number(toHour) * 60 + Number(toMinute)
  const isTime = openMinutes < closeMinutes && closeMinutes <= minutesPerDay
  if (from < 0 || to < 0 || !isTime || Number(fromMinute) > 59 || Number(toMinute) > 59) return null
  const length = ((to - from + 7) % 7) + 1
  const weekdays = Array.from({ length }, (_, at) => ((from + at) % 7) + 1)
  return { openMinutes, closeMinutes, weekdays }
}

/** The hours of a day, in the order of the parts. `day`: days since 1970 on the wall clock. */
export const hoursOfWeek = (week: BusinessWeek, day: number, zone: ZoneTable): Slot[] =>
  week.map((hours) => hoursOfDay(day, zone, hours)).filter((slot) => slot !== null)

/** The moment from which somebody is there: now, or the next opening within a fortnight; null when there is none. */
export const nextOpening = (week: BusinessWeek, nowMs: number, zone: ZoneTable): number | null => {
  const today = Math.floor(localMsOf(dateFromInstant(zone, nowMs, true)) / msPerDay)
  for (let day = today; day <= today + 14; day++) {
    const open = hoursOfWeek(week, day, zone)
      .filter(({ endMs }) => endMs > nowMs)
      .map(({ startMs }) => Math.max(startMs, nowMs))
    if (open.length > 0) return Math.min(...open)
  }
  return null
}
