import { expect, it } from "vitest"
import { encodeUtf8 } from "../digests/utf8.ts"
import { printIcs } from "./print-ics.ts"

const entry = {
  uid: "cal_1@botwright",
  title: "Table for two; Ana, Bo",
  description: "Line one\nLine two",
  place: "Rua do Sol",
  startMs: Date.UTC(2030, 4, 2, 12),
  endMs: Date.UTC(2030, 4, 2, 13, 30),
  stampMs: Date.UTC(2030, 4, 1),
  people: ["ana@example.org", "bo@example.org\r\nX-EVIL:1"],
}

it("writes an entry in UTC that a calendar takes as an invitation", () => {
  expect(printIcs(entry).split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Botwright//Calendar//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    "UID:cal_1@botwright",
    "DTSTAMP:20300501T000000Z",
    "DTSTART:20300502T120000Z",
    "DTEND:20300502T133000Z",
    "SUMMARY:Table for two\\; Ana\\, Bo",
    "DESCRIPTION:Line one\\nLine two",
    "LOCATION:Rua do Sol",
    "ATTENDEE;RSVP=TRUE:mailto:ana@example.org",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ])
})

it("folds long lines at 75 octets, between characters, so that unfolding gives them back", () => {
  const title = "Reunião às terças — ".repeat(12)
  const text = printIcs({ ...entry, title })
  for (const line of text.split("\r\n")) expect(encodeUtf8(line).length).toBeLessThanOrEqual(75)
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}`)
})
