import { type BusinessWeek, nextTime, parseSchedule } from "#basic"
import type { ZoneTable } from "#basic/vm/outcome.ts"
import { AppError } from "#server/errors/app-error.ts"

/**
 * When a schedule as written is due next, by the clock of its bot and the hours its people are there; null for a date, which happens once. Units: ms since 1970 UTC.
 *
 * Throws: AppError "schedule.refused" for a text that says no time, or a time that never comes.
 */
export function findDue(
  text: string,
  afterMs: number,
  zone: ZoneTable,
  week: BusinessWeek | null,
): number {
  const parsed = parseSchedule(text, week)
  if (!parsed.ok) throw new AppError("schedule.refused", { text, reason: parsed.reason })
  const due = nextTime(parsed.schedule, afterMs, zone)
  if (due === null)
    throw new AppError("schedule.refused", { text, reason: "No such time ever comes." })
  return due
}
