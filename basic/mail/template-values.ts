import { civilOf, dateFromInstant } from "../dates/zone.ts"
import { fillTemplate } from "../files/fill-template.ts"
import type { ZoneTable } from "../vm/outcome.ts"
import type { Json } from "../vm/value.ts"

/**
 * Fills a message template: the names of `values`, `{{1}}` and so on for the items of a list, and the
 * built-in recipient, to, date, time, datetime, year and month.
 */
export const fillMessage = (
  text: string,
  values: Json,
  { recipient, nowMs, zone }: { recipient: string; nowMs: number; zone: ZoneTable },
): string => {
  const { year, month, day, hour, minute } = civilOf(dateFromInstant(zone, nowMs, true))
  const two = (value: number) => String(value).padStart(2, "0")
  const date = `${year}-${two(month)}-${two(day)}`
  const time = `${two(hour)}:${two(minute)}`
  const builtIn: { [key: string]: Json } = {
    ...{ recipient, to: recipient, date, time, datetime: `${date} ${time}` },
    ...{ year: String(year), month: two(month) },
  }
  return fillTemplate(text, { ...builtIn, ...namedValues(values) })
}

const namedValues = (values: Json): { [key: string]: Json } => {
  if (Array.isArray(values))
    return Object.fromEntries(values.map((value, index) => [String(index + 1), value]))
  return values !== null && typeof values === "object" ? values : {}
}
