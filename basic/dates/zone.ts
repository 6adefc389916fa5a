import type { ZoneTable } from "../vm/outcome.ts"
import { DateValue } from "../vm/value.ts"
import { type CivilTime, civilFromLocalMs, localMsFromCivil } from "./civil.ts"

export const utcZone: ZoneTable = { name: "UTC", untils: [], offsets: [0] }

/** Finds the offset that holds at an instant. Units: ms since 1970 UTC; minutes east of UTC. */
export const offsetAt = (zone: ZoneTable, epochMs: number): number => {
  let low = 0
  let high = zone.untils.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (epochMs < (zone.untils[middle] as number)) high = middle
    else low = middle + 1
  }
  return zone.offsets[low] ?? 0
}

/**
 * Finds the instant a wall clock of the zone shows `localMs`. A time that the clocks skip moves
 * forward by the gap; one that comes twice is the first of the two.
 */
export const instantOfLocal = (zone: ZoneTable, localMs: number): number => {
  const dayMs = 86_400_000
  const before = offsetAt(zone, localMs - dayMs)
  const after = offsetAt(zone, localMs + dayMs)
  const early = localMs - before * 60_000
  if (before === after || offsetAt(zone, early) === before) return early
  const late = localMs - after * 60_000
  return offsetAt(zone, late) === after ? late : early
}

/** Makes the date value that the zone's wall clock shows as `localMs`. */
export const dateFromLocal = (zone: ZoneTable, localMs: number, hasTime: boolean): DateValue => {
  const epochMs = instantOfLocal(zone, localMs)
  return new DateValue(epochMs, offsetAt(zone, epochMs), hasTime)
}

export const dateFromCivil = (zone: ZoneTable, time: CivilTime, hasTime: boolean): DateValue =>
  dateFromLocal(zone, localMsFromCivil(time), hasTime)

export const dateFromInstant = (zone: ZoneTable, epochMs: number, hasTime: boolean): DateValue =>
  new DateValue(epochMs, offsetAt(zone, epochMs), hasTime)

/** Milliseconds of the wall clock the date is shown on. */
export const localMsOf = (date: DateValue): number => date.epochMs + date.offsetMinutes * 60_000

export const civilOf = (date: DateValue): CivilTime => civilFromLocalMs(localMsOf(date))
