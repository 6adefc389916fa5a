import { refuse, span } from "./schedule.ts"

/** What one field of cron may hold. */
export interface CronField {
  readonly name: string
  readonly least: number
  readonly most: number
  /** First letters of names, from `least` on. */
  readonly names: readonly string[]
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
export const weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

export const cronFields = {
  second: { name: "second", least: 0, most: 59, names: [] },
  minute: { name: "minute", least: 0, most: 59, names: [] },
  hour: { name: "hour", least: 0, most: 23, names: [] },
  day: { name: "day", least: 1, most: 31, names: [] },
  month: { name: "month", least: 1, most: 12, names: months },
  // 7 is Sunday too.
  weekday: { name: "weekday", least: 0, most: 7, names: weekdayNames },
} as const satisfies Record<string, CronField>

const readNumber = (text: string, field: CronField): number => {
  if (/^\d{1,2}$/.test(text)) {
    const value = Number(text)
    if (value >= field.least && value <= field.most) return value
    return refuse(`The ${field.name} goes from ${field.least} to ${field.most}; this says ${text}.`)
  }
  const place = field.names.indexOf(text.toLowerCase().slice(0, 3))
  if (place >= 0 && /^[a-z]{3,9}$/i.test(text)) return field.least + place
  const what =
    field.names.length > 0
      ? `a number or a name such as ${field.names[1]?.toUpperCase()}`
      : "a number"
  return refuse(`In the field for the ${field.name}, ${JSON.stringify(text)} is not ${what}.`)
}

const readRange = (text: string, field: CronField): { first: number; last: number } => {
  if (text === "*" || text === "?") return { first: field.least, last: field.most }
  const ends = text.split("-")
  if (ends.length > 2)
    refuse(
      `In the field for the ${field.name}, ${JSON.stringify(text)} is not a range such as 1-5.`,
    )
  const first = readNumber(ends[0] ?? "", field)
  return { first, last: ends.length === 2 ? readNumber(ends[1] ?? "", field) : first }
}

const readItem = (text: string, field: CronField): number[] => {
  const [range = "", step, ...rest] = text.split("/")
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d?$/.test(step)))
    refuse(`In the field for the ${field.name}, ${JSON.stringify(text)} is not a step such as */5.`)
  const { first, last: written } = readRange(range, field)
  const stepSize = step === undefined ? 1 : Number(step)
  // "5/10" begins at 5 and goes on to the end.
  const last = step !== undefined && !range.includes("-") ? field.most : written
  if (first <= last) return span(first, last, stepSize)
  // From Friday to Monday: a week has no end, the other fields have.
  if (field.name === "weekday") return span(first, last + 7, stepSize).map((day) => day % 7)
  return refuse(`In the field for the ${field.name}, ${JSON.stringify(range)} goes backwards.`)
}

/** Reads one field: lists, ranges, steps, names. Null for every value. Ascending. */
export const readCronField = (text: string, field: CronField): number[] | null => {
  if (text === "*" || text === "?") return null
  const values = text.split(",").flatMap((item) => readItem(item, field))
  const plain = field.name === "weekday" ? values.map((day) => day % 7) : values
  return [...new Set(plain)].sort((a, b) => a - b)
}
