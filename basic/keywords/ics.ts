import { printIcs } from "../calendar/print-ics.ts"
import { parseNaturalDate } from "../dates/natural.ts"
import { makeText, valueAt } from "../functions/arguments.ts"
import { listRecipients } from "../mail/recipients.ts"
import type { Env } from "../vm/env.ts"
import { toText } from "../vm/json.ts"
import { DateValue, MapValue, type Value } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

const usualMinutes = 30

export const ics = defineFunction({
  name: "ICS",
  forms: ["ICS({event})"],
  arity: [1, 1],
  group: "tasks",
  summary: "Makes a calendar file of an appointment, to be attached to a mail.",
  params: {
    event: {
      kind: "map",
      doc: "What BOOK gave, or an object with title, start and end or minutes; description, location and attendees if there are any.",
    },
  },
  result: "map",
  raises: ["basic.wrong_type", "basic.not_a_date"],
  example: 'PRINT ICS({ title: "Table for two", start: "2030-05-02 19:00" }).name',
  evaluate: (args, env) => {
    const event = valueAt(args, 0)
    if (!(event instanceof MapValue))
      return env.fail("basic.wrong_type", {
        name: "event",
        expected: "an object",
        found: toText(event),
      })
    const content = makeText(printEvent(event, env), env)
    const entries: [string, Value][] = [
      ["name", "event.ics"],
      ["content_type", "text/calendar; charset=utf-8; method=REQUEST"],
      ["content", content],
    ]
    return new MapValue(new Map(entries))
  },
})

function printEvent({ entries }: MapValue, env: Env): string {
  const find = (...names: string[]): Value =>
    names.map((name) => entries.get(name) ?? null).find((value) => value !== null) ?? null
  const text = (...names: string[]) => toText(find(...names))
  const startMs = readMoment(find("start", "start_time", "date"), env)
  const minutes = Number.parseFloat(text("duration_minutes", "minutes", "duration"))
  const end = find("end", "end_time")
  const length = (Number.isFinite(minutes) && minutes > 0 ? minutes : usualMinutes) * 60_000
  env.spend(1_000)
  return printIcs({
    ...{ uid: `${text("event_id", "id") || `${env.botId}-${startMs}`}@botwright` },
    ...{ title: text("title", "subject"), description: text("description") },
    ...{ place: text("location", "place"), startMs, stampMs: env.nowMs },
    endMs: end === null ? startMs + length : readMoment(end, env),
    people: listRecipients(find("attendees", "people")),
  })
}

function readMoment(value: Value, env: Env): number {
  if (value instanceof DateValue) return value.epochMs
  const date = value === null ? null : parseNaturalDate(toText(value), env.nowMs, env.zone)
  return date?.epochMs ?? env.fail("basic.not_a_date", { name: "ICS", found: toText(value) })
}
