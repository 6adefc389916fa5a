import { expect, it } from "vitest"
import { nextOpening, readBusinessWeek } from "./business-hours.ts"
import { utcZone } from "./zone.ts"

const at = (text: string) => Date.parse(`${text}Z`)
const opens = (hours: string, now: string) => {
  const week = readBusinessWeek(hours)
  const moment = week && nextOpening(week, at(now), utcZone)
  return moment === null ? null : new Date(moment).toISOString().slice(0, 16)
}

it("says from when somebody is there: now, later today, or on the next day with hours", () => {
  const hours = "Mon-Fri 9:00-17:30; sat 10-14"
  // A Monday.
  expect(opens(hours, "2025-01-06T12:00")).toBe("2025-01-06T12:00")
  expect(opens(hours, "2025-01-06T08:59")).toBe("2025-01-06T09:00")
  expect(opens(hours, "2025-01-06T17:30")).toBe("2025-01-07T09:00")
  expect(opens(hours, "2025-01-10T18:00")).toBe("2025-01-11T10:00")
  expect(opens(hours, "2025-01-11T14:00")).toBe("2025-01-13T09:00")
  expect(opens("Sun 0-24", "2025-01-06T00:00")).toBe("2025-01-12T00:00")
  expect(opens("Fri-Mon 8-9, Wed 20:15-20:45", "2025-01-07T00:00")).toBe("2025-01-08T20:15")
})

it("takes nothing for hours that does not say hours", () => {
  for (const text of [
    "",
    "always",
    "Mon",
    "Mon 9",
    "9-17",
    "Xyz 9-17",
    "Mon 17-9",
    "Mon 9:99-17",
    "Mon 9-25",
    "Mon 9-17; soon",
  ])
    expect([text, readBusinessWeek(text)]).toEqual([text, null])
})
