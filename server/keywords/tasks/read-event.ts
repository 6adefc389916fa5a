import { readDue, toJson, toText } from "#basic"
import { wordsOf } from "#basic/diagnostics/report.ts"
import { MapValue, type Value } from "#basic/vm/value.ts"
import { EffectFailed, type Step } from "../step.ts"

const usualMinutes = 30

/** Reads when something begins. Throws EffectFailed "basic.bad_value" for words that say no time. */
export function readStart(keyword: string, value: Value | undefined, step: Step): number {
  const start = readDue(value ?? null, step.nowMs, step.zone)
  if (start !== null) return start
  throw badValue(keyword, toText(value ?? null), 'a time such as "tomorrow 10:00"')
}

export function badValue(name: string, found: string, expected: string): EffectFailed {
  const code = "basic.bad_value"
  return new EffectFailed(code, wordsOf(code, { name, found, expected }).message)
}

export const endOf = (startMs: number, minutes: number | undefined): number =>
  startMs + (minutes ?? usualMinutes) * 60_000

/** The id of an event or a task, given as text or as the value that made it. */
export function readId(value: Value | undefined, names: readonly string[]): string {
  if (!(value instanceof MapValue)) return toText(value ?? null).trim()
  for (const name of names) {
    const id = value.entries.get(name)
    if (id !== undefined && id !== null) return toText(id).trim()
  }
  return ""
}

/** What BOOK MEETING is told: an object, or the same as JSON text. */
export function readDetails(value: Value | undefined): Readonly<Record<string, Value>> {
  const json = value instanceof MapValue ? toJson(value) : parse(toText(value ?? null))
  if (json === null || typeof json !== "object" || Array.isArray(json)) return {}
  return Object.fromEntries(
    Object.entries(json).map(([key, one]) => [
      key.toLowerCase(),
      typeof one === "object" ? null : one,
    ]),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { title: text }
  }
}
