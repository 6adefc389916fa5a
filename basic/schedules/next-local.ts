import { civilFromDays, daysFromCivil, msPerDay } from "../dates/civil.ts"
import type { CalendarSchedule, TimeFields } from "./schedule.ts"

/** The least value that is not below `from`; null when there is none. */
const atLeast = (values: readonly number[], from: number): number | null =>
  values.find((value) => value >= from) ?? null

const secondsOf = (hour: number, minute: number, second: number): number =>
  hour * 3600 + minute * 60 + second

/** The first time of these fields that is not before `from`. Units: seconds of the day. */
const nextInDay = ({ hours, minutes, seconds }: TimeFields, from: number): number | null => {
  const [fromHour, fromMinute, fromSecond] = [
    Math.floor(from / 3600),
    Math.floor(from / 60) % 60,
    from % 60,
  ]
  const [firstMinute = 0] = minutes
  const [firstSecond = 0] = seconds
  if (hours.includes(fromHour)) {
    const second = atLeast(seconds, fromSecond)
    if (minutes.includes(fromMinute) && second !== null)
      return secondsOf(fromHour, fromMinute, second)
    const minute = atLeast(minutes, fromMinute + 1)
    if (minute !== null) return secondsOf(fromHour, minute, firstSecond)
  }
  const hour = atLeast(hours, fromHour + 1)
  return hour === null ? null : secondsOf(hour, firstMinute, firstSecond)
}

const takesDay = (
  { days, weekdays, dayStep, dayPhase }: CalendarSchedule,
  dayNumber: number,
  day: number,
): boolean => {
  const place = (dayNumber - dayPhase) % dayStep
  if (place !== 0) return false
  if (days === null && weekdays === null) return true
  const weekday = (((dayNumber + 4) % 7) + 7) % 7
  return (days?.includes(day) ?? false) || (weekdays?.includes(weekday) ?? false)
}

/**
 * Finds the first time of a schedule that is not before `localMs` and is before `untilMs`, on a calendar
 * without a zone; null when there is none. Units: ms on the wall clock since 1970.
 */
export const nextLocal = (
  schedule: CalendarSchedule,
  localMs: number,
  untilMs: number,
): number | null => {
  let dayNumber = Math.floor(localMs / msPerDay)
  let from = Math.ceil((localMs - dayNumber * msPerDay) / 1000)
  while (dayNumber * msPerDay < untilMs) {
    const { year, month, day } = civilFromDays(dayNumber)
    if (schedule.months !== null && !schedule.months.includes(month)) {
      dayNumber = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1)
      from = 0
      continue
    }
    if (takesDay(schedule, dayNumber, day)) {
      const found = schedule.times.map((time) => nextInDay(time, from)).filter((at) => at !== null)
      if (found.length > 0) {
        const localFound = dayNumber * msPerDay + Math.min(...found) * 1000
        return localFound < untilMs ? localFound : null
      }
    }
    dayNumber++
    from = 0
  }
  return null
}
