import { describe, expect, it } from "vitest"
import type { ZoneTable } from "../vm/outcome.ts"
import { DateValue } from "../vm/value.ts"
import { addToDate } from "./add.ts"
import { civilFromDays, daysFromCivil, daysInMonth, weekdayOfDays } from "./civil.ts"
import { differenceOfDates } from "./difference.ts"
import { findMonth } from "./names.ts"
import { parseDate, parseDateText, parseTimeOfDay } from "./parse.ts"
import { civilOf, dateFromLocal, instantOfLocal, offsetAt, utcZone } from "./zone.ts"

/** Berlin in 2025: summer time from 30 March 01:00 UTC to 26 October 01:00 UTC. */
const berlin: ZoneTable = {
  name: "Europe/Berlin",
  untils: [Date.UTC(2025, 2, 30, 1), Date.UTC(2025, 9, 26, 1)],
  offsets: [60, 120, 60],
}
const iso = (date: DateValue | null): string | null => {
  if (!date) return null
  const c = civilOf(date)
  const two = (n: number) => String(n).padStart(2, "0")
  return `${c.year}-${two(c.month)}-${two(c.day)} ${two(c.hour)}:${two(c.minute)}:${two(c.second)}`
}

describe("the civil calendar", () => {
  it("agrees with the host calendar on every day of four centuries", () => {
    const start = daysFromCivil(1850, 1, 1)
    const end = daysFromCivil(2250, 1, 1)
    for (let days = start; days < end; days++) {
      const host = new Date(days * 86_400_000)
      const own = civilFromDays(days)
      if (
        own.year !== host.getUTCFullYear() ||
        own.month !== host.getUTCMonth() + 1 ||
        own.day !== host.getUTCDate() ||
        weekdayOfDays(days) !== host.getUTCDay() + 1 ||
        daysFromCivil(own.year, own.month, own.day) !== days
      )
        expect.fail(`day ${days}`)
    }
  })

  it("knows the length of February in leap years and centuries", () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
  })
})

describe("zones", () => {
  it("finds the offset on both sides of a change", () => {
    const change = berlin.untils[0] as number
    expect(offsetAt(berlin, change - 1)).toBe(60)
    expect(offsetAt(berlin, change)).toBe(120)
  })

  it("moves a skipped time forward and takes the first of a repeated one", () => {
    const skipped = dateFromLocal(berlin, Date.UTC(2025, 2, 30, 2, 30), true)
    expect(iso(skipped)).toBe("2025-03-30 03:30:00")
    expect(instantOfLocal(berlin, Date.UTC(2025, 9, 26, 2, 30))).toBe(Date.UTC(2025, 9, 26, 0, 30))
  })

  it("keeps noon at noon when days are added over a clock change", () => {
    const noon = parseDate(berlin, "2025-03-29 12:00") as DateValue
    expect(iso(addToDate(berlin, noon, 1, "day"))).toBe("2025-03-30 12:00:00")
    expect(iso(addToDate(berlin, noon, 24, "hour"))).toBe("2025-03-30 13:00:00")
  })
})

describe("adding", () => {
  it.each([
    ["2025-01-31", 1, "month", "2025-02-28 00:00:00"],
    ["2024-02-29", 1, "year", "2025-02-28 00:00:00"],
    ["2025-03-31", -1, "month", "2025-02-28 00:00:00"],
    ["2025-01-15", -2, "year", "2023-01-15 00:00:00"],
    ["2025-11-15", 1, "quarter", "2026-02-15 00:00:00"],
    ["2025-12-31", 1, "day", "2026-01-01 00:00:00"],
    ["2025-01-01", 1.5, "day", "2025-01-02 12:00:00"],
    ["2025-01-01", 2, "week", "2025-01-15 00:00:00"],
    ["2025-01-01 23:59:30", 45, "second", "2025-01-02 00:00:15"],
    ["9999-12-31", 1, "day", null],
    ["0001-01-01", -1, "second", null],
    ["2025-01-01", 1e300, "day", null],
  ] as const)("adds to %s %s %s", (from, amount, unit, expected) => {
    const date = parseDate(utcZone, from) as DateValue
    expect(iso(addToDate(utcZone, date, amount, unit))).toBe(expected)
  })
})

describe("differences", () => {
  it.each([
    ["2025-01-01 23:00", "2025-01-02 01:00", "day", 1],
    ["2025-01-01 23:00", "2025-01-02 01:00", "hour", 2],
    ["2024-12-31", "2025-01-01", "year", 1],
    ["2024-12-31", "2025-01-01", "month", 1],
    ["2025-03-31", "2025-04-01", "quarter", 1],
    ["2025-01-10", "2025-01-01", "day", -9],
    ["2025-01-10", "2025-01-01", "week", -1],
    ["2025-01-01 00:00:00", "2025-01-01 00:01:59", "minute", 1],
    ["2025-01-01 00:01:59", "2025-01-01 00:00:00", "minute", -1],
    ["2025-01-01", "2025-01-01", "second", 0],
  ] as const)("from %s to %s in %s", (from, to, unit, expected) => {
    const a = parseDate(utcZone, from) as DateValue
    const b = parseDate(utcZone, to) as DateValue
    expect(differenceOfDates(a, b, unit)).toBe(expected)
  })
})

describe("reading dates", () => {
  it.each([
    ["2025-01-31", "2025-01-31 00:00:00"],
    ["2025/1/3", "2025-01-03 00:00:00"],
    ["20250131", "2025-01-31 00:00:00"],
    ["31/01/2025", "2025-01-31 00:00:00"],
    ["31.1.25", "2025-01-31 00:00:00"],
    ["05/06/2025", "2025-06-05 00:00:00"],
    ["1/31/2025", "2025-01-31 00:00:00"],
    ["25 Dec 2024", "2024-12-25 00:00:00"],
    ["December 25th, 2024", "2024-12-25 00:00:00"],
    ["25 de dezembro de 2024", "2024-12-25 00:00:00"],
    ["3 März 2024", "2024-03-03 00:00:00"],
    ["1er août 2024", "2024-08-01 00:00:00"],
    ["5 Şubat 2024", "2024-02-05 00:00:00"],
    ["2025-01-31 9:05", "2025-01-31 09:05:00"],
    ["2025-01-31T09:05:06.789", "2025-01-31 09:05:06"],
    ["2025-01-31T09:05:06Z", "2025-01-31 09:05:06"],
    ["2025-01-31T09:05:06+02:00", "2025-01-31 07:05:06"],
    ["2025-01-31 09:05:06 -0330", "2025-01-31 12:35:06"],
    ["31/01/2025 2:30 PM", "2025-01-31 14:30:00"],
    ["31/01/2025 12 am", "2025-01-31 00:00:00"],
    ["2025-02-29", null],
    ["2025-13-01", null],
    ["2025-1", null],
    ["12:30", null],
    ["2025-01-31 25:00", null],
    ["2025-01-31 10:00 +99:00", null],
    ["tomorrow", null],
    ["", null],
    [" ".repeat(100_000), null],
    ["1".repeat(100_000), null],
  ])("reads %s", (text, expected) => {
    expect(iso(parseDate(utcZone, text))).toBe(expected)
  })

  it("remembers whether a time of day was written", () => {
    expect(parseDateText("2025-01-31")?.hasTime).toBe(false)
    expect(parseDateText("2025-01-31 00:00")?.hasTime).toBe(true)
  })

  it("shows a text with an offset on the clock of the zone", () => {
    expect(iso(parseDate(berlin, "2025-07-01T12:00:00Z"))).toBe("2025-07-01 14:00:00")
  })

  it.each([
    ["14:30", 14, 30],
    ["2:30 PM", 14, 30],
    ["12:00 am", 0, 0],
    ["12pm", 12, 0],
    ["9 a.m.", 9, 0],
  ])("reads the time of day %s", (text, hour, minute) => {
    expect(parseTimeOfDay(text)).toMatchObject({ hour, minute })
  })

  it.each(["24:00", "14:60", "13 pm", "14", "m", "14:30m", "14:3", "a"])(
    "does not take %s for a time of day",
    (text) => {
      expect(parseTimeOfDay(text)).toBeNull()
    },
  )

  it("finds months by their first letters and refuses other words", () => {
    expect(["jan", "Sept.", "maio", "Ağustos", "kasım", "ديسمبر"].map(findMonth)).toEqual([
      1, 9, 5, 8, 11, 12,
    ])
    expect(["ja", "market", "juno", "x".repeat(50)].map(findMonth)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

it("gives the same instant for the same date in any order of construction", () => {
  expect(parseDate(berlin, "2025-07-01 14:00")).toEqual(
    new DateValue(Date.UTC(2025, 6, 1, 12), 120, true),
  )
})
