import { refuse } from "./schedule.ts"

/** A time of day as it may be written: 9am, 9:30, 9:30 pm, 14h, 14h30, noon, midnight. */
export const timePattern =
  "(?:noon|midday|midnight|\\d{1,2}h\\d{2}|\\d{1,2}(?::\\d{2}){0,2}(?: ?(?:a\\.?m\\.?|p\\.?m\\.?|h|o'clock)(?![a-z]))?)"

/** Reads what `timePattern` matches. Units: seconds of the day. Throws: ScheduleRefused. */
export const readTimeOfDay = (text: string): number => {
  if (text === "noon" || text === "midday") return 12 * 3600
  if (text === "midnight") return 0
  const [, hourText = "", minuteText = "0", secondText = "0", half = ""] =
    /^(\d{1,2})(?:[:h](\d{2}))?(?::(\d{2}))? ?([ap])?/.exec(text) ?? []
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)]
  const isRight = minute < 60 && second < 60 && (half === "" ? hour < 24 : hour >= 1 && hour <= 12)
  if (!isRight)
    return refuse(`${JSON.stringify(text)} is not a time of day such as 9:30am or 14:00.`)
  const plain = half === "" ? hour : (hour % 12) + (half === "p" ? 12 : 0)
  return plain * 3600 + minute * 60 + second
}
