/** Units that DATEADD, DATEDIFF and durations know. */
export type DateUnit =
  | "year"
  | "quarter"
  | "month"
  | "week"
  | "day"
  | "hour"
  | "minute"
  | "second"
  | "millisecond"

const spellings: readonly (readonly [DateUnit, readonly string[]])[] = [
  ["year", ["year", "years", "yyyy", "yy", "y"]],
  ["quarter", ["quarter", "quarters", "q"]],
  ["month", ["month", "months", "mm", "m", "mon"]],
  ["week", ["week", "weeks", "ww", "wk", "w"]],
  ["day", ["day", "days", "dd", "d"]],
  ["hour", ["hour", "hours", "hh", "h", "hr", "hrs"]],
  ["minute", ["minute", "minutes", "mi", "n", "min", "mins"]],
  ["second", ["second", "seconds", "ss", "s", "sec", "secs"]],
  ["millisecond", ["millisecond", "milliseconds", "ms"]],
]
const unitsBySpelling: ReadonlyMap<string, DateUnit> = new Map(
  spellings.flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
)

/** The words a message may list. */
export const unitNames = "year, quarter, month, week, day, hour, minute or second"

/** Finds the unit a text names, in any case; null when it names none. */
export const findDateUnit = (text: string): DateUnit | null =>
  text.length > 20 ? null : (unitsBySpelling.get(text.trim().toLowerCase()) ?? null)

/** Seconds of the units that have a fixed length on every calendar day without a clock change. */
export const secondsOfUnit: Readonly<
  Record<Exclude<DateUnit, "year" | "quarter" | "month">, number>
> = { week: 604_800, day: 86_400, hour: 3600, minute: 60, second: 1, millisecond: 0.001 }
