import { civilFromLocalMs } from "../dates/civil.ts"
import { encodeUtf8 } from "../digests/utf8.ts"

/** An entry of a calendar as RFC 5545 wants it. */
export interface CalendarEntry {
  /** The same for every version of the entry. */
  readonly uid: string
  readonly title: string
  readonly description: string
  readonly place: string
  /** Units: ms since 1970 UTC. */
  readonly startMs: number
  readonly endMs: number
  /** When it was written. */
  readonly stampMs: number
  /** Addresses. */
  readonly people: readonly string[]
}

/** Writes an entry as a calendar of its own: UTC, lines of at most 75 octets, ended by CR LF. */
export const printIcs = (entry: CalendarEntry): string => {
  const { uid, title, description, place, startMs, endMs, stampMs, people } = entry
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Botwright//Calendar//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${printUtc(stampMs)}`,
    `DTSTART:${printUtc(startMs)}`,
    `DTEND:${printUtc(endMs)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(place === "" ? [] : [`LOCATION:${escapeText(place)}`]),
    ...people.filter(isAddress).map((address) => `ATTENDEE;RSVP=TRUE:mailto:${address}`),
    "END:VEVENT",
    "END:VCALENDAR",
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join("")
}

/** An address in a property value: nothing that could end the line or begin a parameter. */
const isAddress = (text: string): boolean => /^[^\s\p{Cc}<>,;:"@]+@[^\s\p{Cc}<>,;:"@]+$/u.test(text)

const pad = (value: number, digits = 2): string => String(value).padStart(digits, "0")

const printUtc = (epochMs: number): string => {
  const { year, month, day, hour, minute, second } = civilFromLocalMs(epochMs)
  return `${pad(year, 4)}${pad(month)}${pad(day)}T${pad(hour)}${pad(minute)}${pad(second)}Z`
}

const escapeText = (text: string): string =>
  text
    .replace(/\\/g, "\\\\")
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ")

const maxOctets = 75

/** Breaks a line between characters; what follows begins with a blank, which counts. */
const fold = (line: string): string => {
  let folded = ""
  let octets = 0
  for (const character of line) {
    const size = encodeUtf8(character).length
    if (octets + size > maxOctets) {
      folded += "\r\n "
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
