import { msPerDay } from "../dates/civil.ts"
import { dateFromLocal, offsetAt } from "../dates/zone.ts"
import type { ZoneTable } from "../vm/outcome.ts"
import { nextTime } from "./next-time.ts"
import type { Schedule } from "./schedule.ts"

/** Of the schedule only its time of day counts. */
const anyDay = { days: null, months: null, weekdays: null, dayStep: 1, dayPhase: 0 } as const

/**
 * Finds the first time a schedule has on the day an instant lies in: the day is given, whatever days the
 * schedule names. Units: ms since 1970 UTC.
 */
export const timeOnDay = (schedule: Schedule, dayMs: number, zone: ZoneTable): number => {
  const local = dayMs + offsetAt(zone, dayMs) * 60_000
  const midnight = dateFromLocal(zone, Math.floor(local / msPerDay) * msPerDay, false).epochMs
  const timed = schedule.kind === "calendar" ? { ...schedule, ...anyDay } : schedule
  return nextTime(timed, midnight - 1, zone) ?? midnight
}
