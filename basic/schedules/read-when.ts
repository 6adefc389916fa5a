import type { BusinessWeek } from "../dates/business-hours.ts"
import { parseDate } from "../dates/parse.ts"
import type { ZoneTable } from "../vm/outcome.ts"
import { DateValue, type Value } from "../vm/value.ts"
import { parseSchedule } from "./parse-schedule.ts"
import type { Schedule } from "./schedule.ts"

/** What the operand of SET SCHEDULE says. */
export type When =
  | { readonly kind: "once"; readonly atMs: number }
  | { readonly kind: "again"; readonly text: string; readonly schedule: Schedule }
  | { readonly kind: "refused"; readonly text: string; readonly reason: string }

/**
 * Reads when something happens: a date, or a text that is one, means once; cron and words mean again and
 * again. Units: ms since 1970 UTC.
 */
export const readWhen = (value: Value, zone: ZoneTable, week: BusinessWeek | null = null): When => {
  if (value instanceof DateValue) return { kind: "once", atMs: value.epochMs }
  if (typeof value !== "string") {
    const reason = "It is neither a text nor a date."
    return { kind: "refused", text: value === null ? "" : typeof value, reason }
  }
  const parsed = parseSchedule(value, week)
  if (parsed.ok) return { kind: "again", text: value.trim(), schedule: parsed.schedule }
  const date = parseDate(zone, value)
  if (date !== null) return { kind: "once", atMs: date.epochMs }
  return { kind: "refused", text: value.slice(0, 200), reason: parsed.reason }
}
