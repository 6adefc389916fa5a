import { dateFromInstant, localMsOf } from "../dates/zone.ts"
import type { ZoneTable } from "../vm/outcome.ts"

const minutesPerDay = 24 * 60
const pattern = /^\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*$/

/**
 * Says whether nobody is to be written to now. `hours` is "22:00-08:00" on the bot's clock; a text that
 * says no hours is none.
 */
export const isQuiet = (hours: string, nowMs: number, zone: ZoneTable): boolean => {
  const found = pattern.exec(hours)
  if (!found) return false
  const [from, to] = [minutesOf(found[1], found[2]), minutesOf(found[3], found[4])]
  const localMs = localMsOf(dateFromInstant(zone, nowMs, true))
  const now = Math.floor(localMs / 60_000) % minutesPerDay
  return from <= to ? now >= from && now < to : now >= from || now < to
}

const minutesOf = (hours = "0", minutes = "0"): number => Number(hours) * 60 + Number(minutes)
