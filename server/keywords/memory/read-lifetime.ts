import { toText } from "#basic"
import { DurationValue, type Value } from "#basic/vm/value.ts"
import { EffectFailed } from "../step.ts"

const dayMs = 86_400_000
const unitMs: ReadonlyMap<string, number> = new Map([
  ["second", 1_000],
  ["minute", 60_000],
  ["hour", 3_600_000],
  ["day", dayMs],
  ["week", 7 * dayMs],
  ["month", 30 * dayMs],
  ["year", 365 * dayMs],
])
/** Longer than anybody waits, and still a date a database can write. */
const longestMs = 1_000 * 365 * dayMs

/**
 * Reads how long something is remembered: "30 days", "5 minutes", "forever", a duration, or a plain
 * number of days. Units: ms; `undefined` for ever.
 */
export function readLifetime(duration: Value): number | undefined {
  if (duration === null) return undefined
  if (duration instanceof DurationValue) return checkLifetime(duration.seconds * 1000, duration)
  const text = toText(duration).trim().toLowerCase()
  if (text === "" || text === "forever" || text === "permanent") return undefined
  const [, count, unit = "day"] = /^(\d+(?:\.\d+)?)\s*([a-z]+?)?s?$/.exec(text) ?? []
  const ms = unitMs.get(unit)
  if (count === undefined || ms === undefined) return refuse(duration)
  return checkLifetime(Number(count) * ms, duration)
}

function checkLifetime(ms: number, duration: Value): number {
  return ms > 0 && ms <= longestMs ? Math.round(ms) : refuse(duration)
}

function refuse(duration: Value): never {
  throw new EffectFailed(
    "memory.duration_refused",
    `${JSON.stringify(toText(duration))} is not a length of time such as "30 days", "5 minutes" or "forever".`,
  )
}
