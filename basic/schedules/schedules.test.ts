import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readBusinessWeek } from "../dates/business-hours.ts"
import { offsetAt, utcZone } from "../dates/zone.ts"
import type { ZoneTable } from "../vm/outcome.ts"
import { nextTime } from "./next-time.ts"
import { parseSchedule } from "./parse-schedule.ts"
import type { CalendarSchedule, Schedule } from "./schedule.ts"

/** Berlin in 2025: summer time from 30 March 01:00 UTC to 26 October 01:00 UTC. */
const berlin: ZoneTable = {
  name: "Europe/Berlin",
  untils: [Date.UTC(2025, 2, 30, 1), Date.UTC(2025, 9, 26, 1)],
  offsets: [60, 120, 60],
}

function read(text: string): Schedule {
  const parsed = parseSchedule(text)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.schedule
}

function reasonOf(text: string): string {
  const parsed = parseSchedule(text)
  return parsed.ok ? "" : parsed.reason
}

/** The next few times after an instant, as the wall clock of the zone shows them. */
function times(text: string, after: string, count: number, zone = utcZone): string[] {
  const schedule = read(text)
  const shown: string[] = []
  let at: number | null = Date.parse(after)
  while (shown.length < count) {
    at = nextTime(schedule, at, zone)
    if (at === null) break
    shown.push(new Date(at + offsetAt(zone, at) * 60_000).toISOString().slice(0, 16))
  }
  return shown
}

const monday = "2025-01-06T08:00:00Z"

describe("words and cron", () => {
  it.each([
    ["every minute", "2025-01-06T08:01"],
    ["every 15 minutes", "2025-01-06T08:15"],
    ["every 1 hour", "2025-01-06T09:00"],
    ["every hour", "2025-01-06T09:00"],
    ["every day", "2025-01-07T00:00"],
    ["daily at 9:30am", "2025-01-06T09:30"],
    ["every week", "2025-01-12T00:00"],
    ["every month", "2025-02-01T00:00"],
    ["yearly", "2026-01-01T00:00"],
    ["annually", "2026-01-01T00:00"],
    ["at 9am", "2025-01-06T09:00"],
    ["at 14:00", "2025-01-06T14:00"],
    ["at noon", "2025-01-06T12:00"],
    ["at midnight", "2025-01-07T00:00"],
    ["every monday", "2025-01-13T00:00"],
    ["every tue at 9am", "2025-01-07T09:00"],
    ["every tuesday and friday at 7:15pm", "2025-01-07T19:15"],
    ["monday to friday at 8", "2025-01-07T08:00"],
    ["weekdays at 8:30", "2025-01-06T08:30"],
    ["weekends at noon", "2025-01-11T12:00"],
    ["every day at 9am and 5:30pm", "2025-01-06T09:00"],
    ["every hour from 9 to 17", "2025-01-06T09:00"],
    ["business hours", "2025-01-06T09:00"],
    ["every 30 minutes during business hours", "2025-01-06T09:00"],
    ["every other day at 6", "2025-01-08T06:00"],
    ["every 2 weeks on friday", "2025-01-17T00:00"],
    ["on the 15th at 10:00", "2025-01-15T10:00"],
    ["monthly on the 1st and 20th at 7am", "2025-01-20T07:00"],
    ["every year in march on the 3rd", "2025-03-03T00:00"],
    ["every 90 minutes", "2025-01-06T09:00"],
    ["todo dia às 9h", "2025-01-06T09:00"],
    ["todos os dias às 14h30", "2025-01-06T14:30"],
    ["toda terça-feira às 9:15", "2025-01-07T09:15"],
    ["a cada 10 minutos", "2025-01-06T08:10"],
    ["dias úteis ao meio-dia", "2025-01-06T12:00"],
    ["a cada 30 minutos em horário comercial", "2025-01-06T09:00"],
    ["0 9 * * MON-FRI", "2025-01-06T09:00"],
    ["0 0 1,15 * *", "2025-01-15T00:00"],
    ["*/10 * * * *", "2025-01-06T08:10"],
    ["30 0 8 * * *", "2025-01-06T08:00"],
    ["0 0 29 2 *", "2028-02-29T00:00"],
    ["0 0 * * 7", "2025-01-12T00:00"],
    ["0 0 * * FRI-MON", "2025-01-10T00:00"],
    ["5/20 8 * * ?", "2025-01-06T08:05"],
    ["@daily", "2025-01-07T00:00"],
  ])("reads %s", (text, expected) => {
    expect(times(text, monday, 1)).toEqual([expected])
  })

  it.each([
    ["", "It is empty."],
    ["soon", '"soon" was not understood. Say for example'],
    ["every monday at 25:00", '"25:00" is not a time of day such as 9:30am or 14:00.'],
    ["every day at 13pm", '"13pm" is not a time of day'],
    ["61 * * * *", "The minute goes from 0 to 59; this says 61."],
    [
      "* * * *",
      "Cron has five fields (minute hour day month weekday) or six (seconds first); this has 4.",
    ],
    ["0 0 0 1 1 * 2025", "this has 7."],
    ["0 9 * * MUN", 'In the field for the weekday, "MUN" is not a number or a name such as MON.'],
    ["0 17-9 * * *", 'In the field for the hour, "17-9" goes backwards.'],
    ["*/0 * * * *", 'In the field for the minute, "*/0" is not a step such as */5.'],
    ["@often", "There is no @often; there are @yearly"],
    ["every 5 months", "A year cannot be cut into stretches of 5 months."],
    ["every hour at 9am", "It says how often within a day and a time of day too."],
    ["every 25 minutes during business hours", "the count must divide the hour or the day evenly."],
    ["every day every week", "It says twice how often."],
    ["x".repeat(1000), "It is longer than 200 characters."],
  ])("says why %j is no schedule", (text, reason) => {
    expect(reasonOf(text)).toContain(reason)
  })

  it("takes a day of the month or a day of the week when cron names both", () => {
    expect(times("0 0 13 * FRI", "2025-01-08T00:00:00Z", 3)).toEqual([
      "2025-01-10T00:00",
      "2025-01-13T00:00",
      "2025-01-17T00:00",
    ])
  })

  it("never finds a day that no year has", () => {
    expect(nextTime(read("0 0 30 2 *"), Date.parse(monday), utcZone)).toBeNull()
  })
})

describe("when the clocks change", () => {
  it("runs a skipped time once, at the moment the clocks jump", () => {
    expect(times("at 2:30", "2025-03-29T12:00:00Z", 2, berlin)).toEqual([
      "2025-03-30T03:00",
      "2025-03-31T02:30",
    ])
  })

  it("runs a time that comes twice at the first of the two only", () => {
    expect(times("at 2:30", "2025-10-25T12:00:00Z", 2, berlin)).toEqual([
      "2025-10-26T02:30",
      "2025-10-27T02:30",
    ])
    expect(nextTime(read("at 2:30"), Date.UTC(2025, 9, 26, 0, 30), berlin)).toBe(
      Date.UTC(2025, 9, 27, 1, 30),
    )
  })

  it("goes on through the repeated hour when it runs in every hour", () => {
    const found = times("every 30 minutes", "2025-10-25T23:45:00Z", 6, berlin)
    expect(found).toEqual([
      "2025-10-26T02:00",
      "2025-10-26T02:30",
      "2025-10-26T02:00",
      "2025-10-26T02:30",
      "2025-10-26T03:00",
      "2025-10-26T03:30",
    ])
  })
})

/** What the rule says, looked up minute by minute: slow, and with nothing in common with the real one. */
function lookUp(schedule: CalendarSchedule, after: number, zone: ZoneTable, until: number) {
  const matches = (local: number): boolean => {
    const date = new Date(local)
    const day =
      schedule.days === null && schedule.weekdays === null
        ? true
        : Boolean(
            schedule.days?.includes(date.getUTCDate()) ||
              schedule.weekdays?.includes(date.getUTCDay()),
          )
    return (
      day &&
      (schedule.months?.includes(date.getUTCMonth() + 1) ?? true) &&
      schedule.times.some(
        ({ hours, minutes }) =>
          hours.includes(date.getUTCHours()) && minutes.includes(date.getUTCMinutes()),
      )
    )
  }
  const everyHour = schedule.times.some(({ hours }) => hours.length === 24)
  const minute = 60_000
  for (let at = (Math.floor(after / minute) + 1) * minute; at < until; at += minute) {
    const [before, now] = [offsetAt(zone, at - minute) * minute, offsetAt(zone, at) * minute]
    if (now > before)
      for (let local = at + before; local < at + now; local += minute) if (matches(local)) return at
    const local = at + now
    const lastHour = offsetAt(zone, at - 60 * minute) * minute
    const isRepeated =
      lastHour > now &&
      local < at - (at % (60 * minute)) + lastHour &&
      at - 60 * minute + lastHour === local
    if (matches(local) && (everyHour || !isRepeated)) return at
  }
  return null
}

const oneOf = (least: number, most: number) =>
  fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 4 })
const field = (least: number, most: number) =>
  fc.oneof(
    fc.constant("*"),
    oneOf(least, most).map((values) => values.join(",")),
  )

it("agrees with a search minute by minute, also over changes of the clock", () => {
  const cron = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6))
  const start = fc.oneof(
    fc.integer({ min: Date.UTC(2025, 2, 29), max: Date.UTC(2025, 2, 31) }),
    fc.integer({ min: Date.UTC(2025, 9, 25), max: Date.UTC(2025, 9, 27) }),
  )
  fc.assert(
    fc.property(cron, start, (fields, after) => {
      const schedule = read(fields.join(" ")) as CalendarSchedule
      const until = after + 4 * 86_400_000
      const found = nextTime(schedule, after, berlin)
      const expected = lookUp(schedule, after, berlin, until)
      expect(found !== null && found < until ? found : null).toBe(expected)
    }),
    { numRuns: 300 },
  )
})

it("no text makes reading it throw or take long", () => {
  const word = fc.constantFrom(
    ...["every", "at", "on", "9am", "1", "*", "-", "/", ",", "monday", "and", "from", "to", "ª"],
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(" ")),
      ),
      (text) => {
        const parsed = parseSchedule(text)
        if (parsed.ok) nextTime(parsed.schedule, 0, berlin)
        else expect(parsed.reason).not.toBe("")
      },
    ),
    { numRuns: 500 },
  )
})

describe("business hours", () => {
  const week = readBusinessWeek("Tue-Thu 10:30-12:00; Sat 9-10")
  const zone = { name: "UTC", untils: [], offsets: [0] }
  const due = (text: string, from: string, given = week) => {
    const parsed = parseSchedule(text, given)
    const found = parsed.ok ? nextTime(parsed.schedule, Date.parse(`${from}Z`), zone) : null
    return found === null ? null : new Date(found).toISOString().slice(0, 16)
  }

  it("are those of the bot, where it says them", () => {
    // 6 January 2025 is a Monday.
    expect(due("every 30 minutes during business hours", "2025-01-06T08:00")).toBe(
      "2025-01-07T10:30",
    )
    expect(due("business hours", "2025-01-07T11:00")).toBe("2025-01-08T11:00")
    expect(due("every hour during office hours", "2025-01-09T11:00")).toBe("2025-01-11T09:00")
    expect(due("horário comercial", "2025-01-11T09:00")).toBe("2025-01-14T11:00")
    expect(due("business hours", "2025-01-06T08:00", null)).toBe("2025-01-06T09:00")
  })

  it("never come where nobody is ever there at such a time", () => {
    expect(
      due("weekends during business hours", "2025-01-06T08:00", readBusinessWeek("Mon 9-10")),
    ).toBe(null)
  })
})
