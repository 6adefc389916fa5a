import type { ZoneTable } from "../vm/outcome.ts"
import { msPerDay, weekdayOfDays } from "./civil.ts"
import { instantOfLocal } from "./zone.ts"

/** A stretch of time. Units: ms since 1970 UTC. */
export interface Slot {
  readonly startMs: number
  readonly endMs: number
}

/** When a bot takes appointments. Units: minutes since midnight on the bot's clock. */
export interface BusinessHours {
  readonly openMinutes: number
  readonly closeMinutes: number
  /** 1 is Sunday. */
  readonly weekdays: readonly number[]
}

export const usualHours: BusinessHours = {
  openMinutes: 9 * 60,
  closeMinutes: 17 * 60,
  weekdays: [2, 3, 4, 5, 6],
}

const stepMinutes = 30
const maxSlots = 100

/** The business hours of a day; null on a day without any. `day`: days since 1970 on the wall clock. */
export const hoursOfDay = (day: number, zone: ZoneTable, hours = usualHours): Slot | null => {
  if (!hours.weekdays.includes(weekdayOfDays(day))) return null
  const at = (minutes: number) => instantOfLocal(zone, day * msPerDay + minutes * 60_000)
  return { startMs: at(hours.openMinutes), endMs: at(hours.closeMinutes) }
}

/**
 * Finds where an appointment of so many minutes fits between those that are taken: every half hour from
 * the opening on, not before now. At most 100.
 */
export const findFreeSlots = (
  open: Slot | null,
  taken: readonly Slot[],
  minutes: number,
  nowMs: number,
): Slot[] => {
  const slots: Slot[] = []
  if (open === null || !(minutes > 0)) return slots
  const length = minutes * 60_000
  for (
    let startMs = open.startMs;
    startMs + length <= open.endMs;
    startMs += stepMinutes * 60_000
  ) {
    const slot = { startMs, endMs: startMs + length }
    const isFree = taken.every((one) => one.endMs <= slot.startMs || one.startMs >= slot.endMs)
    if (isFree && startMs >= nowMs) slots.push(slot)
    if (slots.length >= maxSlots) break
  }
  return slots
}

const maxDays = 31

/** The same over several days, the first and the last included; a month at most. Days since 1970 on the wall clock. */
export const findFreeBetween = (
  [first, last]: readonly [number, number],
  zone: ZoneTable,
  taken: readonly Slot[],
  minutes: number,
  nowMs: number,
  week: readonly BusinessHours[] = [usualHours],
): Slot[] => {
  const slots: Slot[] = []
  for (let day = first; day <= Math.min(last, first + maxDays - 1); day++)
    for (const hours of week)
      slots.push(...findFreeSlots(hoursOfDay(day, zone, hours), taken, minutes, nowMs))
  return slots.slice(0, maxSlots)
}
