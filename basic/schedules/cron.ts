import { cronFields, readCronField } from "./cron-field.ts"
import { type CalendarSchedule, everyHour, everyMinute, refuse } from "./schedule.ts"

const macros: Readonly<Record<string, string>> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
}

/** Tells cron from words: its first field is a number, a star, or it is a macro, and it is not a time of day. */
export const looksLikeCron = (text: string): boolean =>
  text.startsWith("@") || (/^[\d*?]/.test(text) && /^\S+\s+\S+\s+\S+\s+\S+/.test(text))

/**
 * Reads cron of five fields (minute hour day month weekday) or six (seconds first). Where day and weekday
 * are both given, either is enough, as everywhere.
 *
 * Throws: ScheduleRefused with a sentence.
 */
export const parseCron = (text: string): CalendarSchedule => {
  const fields = (macros[text.toLowerCase()] ?? text).split(/\s+/)
  if (text.startsWith("@") && fields.length < 5)
    refuse(`There is no ${text}; there are ${Object.keys(macros).join(", ")}.`)
  if (fields.length !== 5 && fields.length !== 6)
    refuse(
      `Cron has five fields (minute hour day month weekday) or six (seconds first); this has ${fields.length}.`,
    )
  const [second = "0", minute = "", hour = "", day = "", month = "", weekday = ""] =
    fields.length === 6 ? fields : ["0", ...fields]
  const time = {
    hours: readCronField(hour, cronFields.hour) ?? everyHour,
    minutes: readCronField(minute, cronFields.minute) ?? everyMinute,
    seconds: readCronField(second, cronFields.second) ?? everyMinute,
  }
  return {
    kind: "calendar",
    times: [time],
    days: readCronField(day, cronFields.day),
    months: readCronField(month, cronFields.month),
    weekdays: readCronField(weekday, cronFields.weekday),
    dayStep: 1,
    dayPhase: 0,
  }
}
