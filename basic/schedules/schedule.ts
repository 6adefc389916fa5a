import type { BusinessWeek } from "../dates/business-hours.ts"

/** When something happens again and again. Text becomes this once, by `parseSchedule`; `nextTime` reads nothing else. */
export type Schedule = CalendarSchedule | IntervalSchedule

/** Times on a wall clock. */
export interface CalendarSchedule {
  readonly kind: "calendar"
  /** Any of them. Never empty. */
  readonly times: readonly TimeFields[]
  /** 1 to 31; null for every day. */
  readonly days: readonly number[] | null
  /** 1 to 12; null for every month. */
  readonly months: readonly number[] | null
  /** 0 = Sunday to 6; null for every day. Where `days` is set too, either is enough. */
  readonly weekdays: readonly number[] | null
  /** Only every so many days, counted from the day number `dayPhase` after 1970-01-01. */
  readonly dayStep: number
  readonly dayPhase: number
  /** Only while people are there. */
  readonly week?: BusinessWeek
}

/** Every hour of `hours`, every minute of `minutes`, every second of `seconds`; each ascending and not empty. */
export interface TimeFields {
  readonly hours: readonly number[]
  readonly minutes: readonly number[]
  readonly seconds: readonly number[]
}

/** Time that passes, whatever the clock shows, counted from 1970-01-01 UTC. */
export interface IntervalSchedule {
  readonly kind: "interval"
  readonly seconds: number
}

/** `reason` is a sentence: what was not understood, and what would be. */
export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: Schedule }
  | { readonly ok: false; readonly reason: string }

export class ScheduleRefused extends Error {}

export const refuse = (reason: string): never => {
  throw new ScheduleRefused(reason)
}

/** Every whole number from `first` to `last`. */
export const span = (first: number, last: number, step = 1): number[] => {
  const all: number[] = []
  for (let value = first; value <= last; value += step) all.push(value)
  return all
}

export const everyHour = span(0, 23)
export const everyMinute = span(0, 59)
