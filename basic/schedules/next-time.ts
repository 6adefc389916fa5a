import { type BusinessWeek, nextOpening } from "../dates/business-hours.ts"
import type { ZoneTable } from "../vm/outcome.ts"
import { nextLocal } from "./next-local.ts"
import { type CalendarSchedule, everyHour, type Schedule } from "./schedule.ts"

/** 29 February comes back after eight years at most; what has not come in this time never comes. Units: ms. */
const horizonMs = 12 * 366 * 86_400_000

const segmentOf = (zone: ZoneTable, atMs: number): number => {
  const place = zone.untils.findIndex((until) => atMs < until)
  return place < 0 ? zone.untils.length : place
}

/** Goes on through an hour that comes twice: it runs in every hour, so the hour counts as time that passes. */
const runsEveryHour = ({ times }: CalendarSchedule): boolean =>
  times.some(({ hours }) => hours.length === everyHour.length)

/** The first time in a stretch of time with one offset. */
const nextInSegment = (
  schedule: CalendarSchedule,
  zone: ZoneTable,
  place: number,
  fromMs: number,
  limitMs: number,
): number | null => {
  const offset = (zone.offsets[place] ?? 0) * 60_000
  const end = Math.min(zone.untils[place] ?? Number.POSITIVE_INFINITY, limitMs)
  const start = place === 0 ? null : (zone.untils[place - 1] ?? null)
  let from = fromMs
  if (start !== null) {
    const before = (zone.offsets[place - 1] ?? 0) * 60_000
    // The clocks have jumped forward: what lies in the gap happens now, once.
    const isSkipped = before < offset && from === start
    if (isSkipped && nextLocal(schedule, start + before, start + offset) !== null) return start
    // The clocks have been set back: what named its hour has happened already.
    if (before > offset && !runsEveryHour(schedule)) from = Math.max(from, start + before - offset)
  }
  const local = nextLocal(schedule, from + offset, end + offset)
  return local === null ? null : local - offset
}

/**
 * Finds when a schedule is due next, after an instant and not at it; null when it never is.
 *
 * A time that the clocks skip in spring is due at the moment they jump, once. A time that comes twice in
 * autumn is due at the first of the two; a schedule that runs in every hour goes on through both.
 *
 * Units: ms since 1970 UTC.
 */
export const nextTime = (schedule: Schedule, afterMs: number, zone: ZoneTable): number | null => {
  if (schedule.kind === "interval") {
    const step = schedule.seconds * 1000
    return (Math.floor(afterMs / step) + 1) * step
  }
  return schedule.week
    ? nextOpenTime(schedule, schedule.week, afterMs, zone)
    : nextCalendarTime(schedule, afterMs, zone)
}

/** So many closed days and nights are passed over before a time is held to never come. */
const mostClosed = 5_000

/** The first time at which people are there. */
const nextOpenTime = (
  schedule: CalendarSchedule,
  week: BusinessWeek,
  afterMs: number,
  zone: ZoneTable,
): number | null => {
  let at = nextCalendarTime(schedule, afterMs, zone)
  for (let count = 0; count < mostClosed && at !== null; count++) {
    const opening = nextOpening(week, at, zone)
    if (opening === null || opening === at) return opening
    at = nextCalendarTime(schedule, opening - 1, zone)
  }
  return null
}

const nextCalendarTime = (
  schedule: CalendarSchedule,
  afterMs: number,
  zone: ZoneTable,
): number | null => {
  const limit = afterMs + horizonMs
  let from = (Math.floor(afterMs / 1000) + 1) * 1000
  for (let place = segmentOf(zone, from); place <= zone.untils.length && from < limit; place++) {
    const found = nextInSegment(schedule, zone, place, from, limit)
    if (found !== null) return found
    from = Math.max(from, zone.untils[place] ?? limit)
  }
  return null
}
