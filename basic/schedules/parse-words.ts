import type { BusinessWeek } from "../dates/business-hours.ts"
import { readWords, type ScheduleWords } from "./read-words.ts"
import {
  type CalendarSchedule,
  everyHour,
  everyMinute,
  refuse,
  type Schedule,
  span,
  type TimeFields,
} from "./schedule.ts"

type Frequency = NonNullable<ScheduleWords["frequency"]>

const calendar = (words: ScheduleWords, times: readonly TimeFields[]): CalendarSchedule => ({
  kind: "calendar",
  times,
  days: words.days,
  months: words.months,
  weekdays: words.weekdays,
  dayStep: 1,
  dayPhase: 0,
})

const windowHours = ({ window }: ScheduleWords): readonly number[] =>
  window ? span(window.first, window.last) : everyHour

const isBound = ({ weekdays, days, months, window }: ScheduleWords): boolean =>
  weekdays !== null || days !== null || months !== null || window !== null

/** Several times within the day: on the clock where the count divides it, as time that passes otherwise. */
const withinDay = (words: ScheduleWords, seconds: number): Schedule => {
  if (words.times.length > 0) refuse("It says how often within a day and a time of day too.")
  if (seconds < 60 && 60 % seconds === 0) {
    const time = { hours: windowHours(words), minutes: everyMinute, seconds: span(0, 59, seconds) }
    return calendar(words, [time])
  }
  const minutes = seconds / 60
  if (Number.isInteger(minutes) && minutes < 60 && 60 % minutes === 0)
    return calendar(words, [
      { hours: windowHours(words), minutes: span(0, 59, minutes), seconds: [0] },
    ])
  const hours = seconds / 3600
  if (Number.isInteger(hours) && hours <= 24 && 24 % hours === 0) {
    const allowed = windowHours(words)
    const first = words.window?.first ?? 0
    const wanted = allowed.filter((hour) => (hour - first) % hours === 0)
    return calendar(words, [{ hours: wanted, minutes: [0], seconds: [0] }])
  }
  if (isBound(words))
    return refuse("Within certain days or hours, the count must divide the hour or the day evenly.")
  return { kind: "interval", seconds }
}

const atTimes = ({ times }: ScheduleWords): TimeFields[] =>
  (times.length > 0 ? times : [0]).map((time) => ({
    hours: [Math.floor(time / 3600)],
    minutes: [Math.floor(time / 60) % 60],
    seconds: [time % 60],
  }))

const everyFewDays = (words: ScheduleWords, count: number): CalendarSchedule => {
  if (count > 1 && (words.days !== null || words.weekdays !== null))
    refuse("Every so many days and certain days contradict each other.")
  return { ...calendar(words, atTimes(words)), dayStep: count }
}

/** Weeks are counted from the one of 1970-01-04, a Sunday. */
const everyFewWeeks = (words: ScheduleWords, count: number): CalendarSchedule => {
  const weekdays = words.weekdays ?? [0]
  if (count > 1 && weekdays.length > 1)
    refuse("Every so many weeks goes with one day of the week only.")
  if (words.days !== null) refuse("A week and a day of the month contradict each other.")
  const phase = ((weekdays[0] ?? 0) + 3) % 7
  const week = { ...calendar(words, atTimes(words)), weekdays }
  return count === 1 ? week : { ...week, dayStep: 7 * count, dayPhase: phase }
}

const everyFewMonths = (words: ScheduleWords, count: number): CalendarSchedule => {
  if (12 % count !== 0) refuse(`A year cannot be cut into stretches of ${count} months.`)
  const months = count === 1 ? words.months : span(1, 12, count)
  const days = words.days ?? (words.weekdays === null ? [1] : null)
  return { ...calendar(words, atTimes(words)), months, days }
}

const everyYear = (words: ScheduleWords, count: number): CalendarSchedule => {
  if (count > 1) refuse("Years can only come one after the other.")
  return { ...everyFewMonths(words, 1), months: words.months ?? [1] }
}

const secondsOf = { second: 1, minute: 60, hour: 3600 } as const

const repeat = (words: ScheduleWords, { count, unit }: Frequency): Schedule => {
  if (unit === "second" || unit === "minute" || unit === "hour")
    return withinDay(words, count * secondsOf[unit])
  if (words.window !== null) return withinDay(words, 3600)
  if (unit === "day") return everyFewDays(words, count)
  if (unit === "week") return everyFewWeeks(words, count)
  return unit === "month" ? everyFewMonths(words, count) : everyYear(words, count)
}

/** Business hours are those of the bot, where it says them; else nine to five, Monday to Friday. */
const withHours = (words: ScheduleWords, week: BusinessWeek | null): ScheduleWords => {
  if (!words.isBusiness) return words
  if (words.window !== null) refuse("It says business hours and other hours too.")
  if (week !== null) return { ...words, window: { first: 0, last: 23 } }
  const weekdays = [...new Set([...(words.weekdays ?? []), 1, 2, 3, 4, 5])].sort((a, b) => a - b)
  return { ...words, weekdays, window: { first: 9, last: 17 } }
}

/** Reads a schedule in words, in lower case. Throws: ScheduleRefused with a sentence. */
export const parseWords = (text: string, week: BusinessWeek | null): Schedule => {
  const words = withHours(readWords(text), week)
  const schedule = arrange(words)
  return words.isBusiness && week !== null && schedule.kind === "calendar"
    ? { ...schedule, week }
    : schedule
}

const arrange = (words: ScheduleWords): Schedule => {
  if (words.frequency) return repeat(words, words.frequency)
  if (words.window !== null && words.times.length === 0) return withinDay(words, 3600)
  if (words.window !== null) refuse("It says hours and a time of day too.")
  return calendar(words, atTimes(words))
}
