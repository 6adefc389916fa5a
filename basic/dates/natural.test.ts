import { describe, expect, it } from "vitest"
import { printIsoDate } from "../format/print-date.ts"
import { findFreeBetween, findFreeSlots, hoursOfDay } from "./free-slots.ts"
import { parseNaturalDate } from "./natural.ts"
import { utcZone } from "./zone.ts"

/** A Wednesday, 12:00. */
const now = Date.UTC(2030, 4, 1, 12)
const read = (text: string, zone = utcZone) => {
  const date = parseNaturalDate(text, now, zone)
  return date === null ? null : printIsoDate(date)
}

describe("a time in words", () => {
  it.each([
    ["tomorrow 10:00", "2030-05-02T10:00:00Z"],
    ["amanhã às 9", "2030-05-02T09:00:00Z"],
    ["amanhã às 9h30", "2030-05-02T09:30:00Z"],
    ["depois de amanhã", "2030-05-03"],
    ["today at 3pm", "2030-05-01T15:00:00Z"],
    ["hoje às 15 horas", "2030-05-01T15:00:00Z"],
    ["hoje às 8 da noite", "2030-05-01T20:00:00Z"],
    ["tomorrow morning", "2030-05-02T09:00:00Z"],
    ["amanhã de manhã", "2030-05-02T09:00:00Z"],
    ["tomorrow at noon", "2030-05-02T12:00:00Z"],
    ["amanhã ao meio-dia", "2030-05-02T12:00:00Z"],
    ["amanhã meio-dia", "2030-05-02T12:00:00Z"],
    ["Monday 09:00", "2030-05-06T09:00:00Z"],
    ["next friday at 3:30 pm", "2030-05-03T15:30:00Z"],
    ["sexta-feira 14h30", "2030-05-03T14:30:00Z"],
    ["próxima segunda às 9", "2030-05-06T09:00:00Z"],
    ["segunda que vem", "2030-05-06"],
    ["Wednesday 14:00", "2030-05-01T14:00:00Z"],
    ["Wednesday 11:00", "2030-05-08T11:00:00Z"],
    ["quarta", "2030-05-08"],
    ["in 2 hours", "2030-05-01T14:00:00Z"],
    ["daqui a 3 dias", "2030-05-04T12:00:00Z"],
    ["in 3 days at 8:15", "2030-05-04T08:15:00Z"],
    ["in an hour", "2030-05-01T13:00:00Z"],
    ["em 1 mês", "2030-06-01T12:00:00Z"],
    ["next week", "2030-05-08"],
    ["14:00", "2030-05-01T14:00:00Z"],
    ["9am", "2030-05-02T09:00:00Z"],
    ["25/12", "2030-12-25"],
    ["25 de dezembro às 20h", "2030-12-25T20:00:00Z"],
    ["dec 25 10:00", "2030-12-25T10:00:00Z"],
    ["2030-06-01 08:00", "2030-06-01T08:00:00Z"],
    ["2030-06-01T08:00:00Z", "2030-06-01T08:00:00Z"],
    ["now", "2030-05-01T12:00:00Z"],
    ["whenever", null],
    ["tomorrow 25:00", null],
    ["31/02", null],
    ["", null],
    ["tomorrow ".repeat(20), null],
  ])("reads %j as %s", (text, expected) => expect(read(text)).toBe(expected))

  it("goes by the clock on the bot's wall", () => {
    const saoPaulo = { name: "America/Sao_Paulo", untils: [], offsets: [-180] }
    expect(read("amanhã às 9", saoPaulo)).toBe("2030-05-02T09:00:00-03:00")
  })
})

describe("free slots", () => {
  const day = Date.UTC(2030, 4, 2) / 86_400_000
  const at = (hour: number, minute = 0) => Date.UTC(2030, 4, 2, hour, minute)

  it("begin every half hour within business hours, between what is taken and not in the past", () => {
    const taken = [{ startMs: at(9, 30), endMs: at(16) }]
    const slots = findFreeSlots(hoursOfDay(day, utcZone), taken, 30, now)
    expect(slots.map(({ startMs }) => startMs)).toEqual([at(9), at(16), at(16, 30)])
    expect(findFreeSlots(hoursOfDay(day, utcZone), [], 60, at(15, 10))).toEqual([
      { startMs: at(15, 30), endMs: at(16, 30) },
      { startMs: at(16), endMs: at(17) },
    ])
  })

  it("are found over several days, a month at most", () => {
    const slots = findFreeBetween([day, day + 3], utcZone, [], 480, now)
    expect(slots.map(({ startMs }) => startMs)).toEqual([at(9), at(9) + 24 * 3_600_000])
    expect(findFreeBetween([day, day + 10_000], utcZone, [], 480, now).length).toBeLessThan(25)
  })

  it("are none on a weekend, and none for no time at all", () => {
    expect(hoursOfDay(day + 2, utcZone)).toBeNull()
    expect(findFreeSlots(hoursOfDay(day, utcZone), [], 0, now)).toEqual([])
  })
})
