import { meets } from "../../filters/evaluate.ts"
import { parseFilter } from "../../filters/parse.ts"
import { readFilterSource, showFilter } from "../../filters/source.ts"
import { makePlainEnv } from "../../rows/plain-env.ts"
import { nextTime } from "../../schedules/next-time.ts"
import { parseSchedule } from "../../schedules/parse-schedule.ts"
import { MapValue } from "../../vm/value.ts"
import { anyFilter, anyWhen } from "./inputs.ts"
import type { Target } from "./target.ts"

/** Faults of the language are how an evaluation may end. */
const isFault = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  !(error instanceof RangeError) &&
  !(error instanceof TypeError)

const filters: Target = {
  name: "filter",
  promise: "reads any filter or says why not, and asks it of a row without falling over",
  make: anyFilter,
  check(text) {
    const source = readFilterSource(text)
    if (source === null) return null
    showFilter(source)
    const { filter, problem } = parseFilter(source)
    if ((filter === null) === (problem === null)) return "it is neither a filter nor refused"
    if (filter === null) return null
    const row = new MapValue()
    row.entries.set("name", "Ana")
    row.entries.set("amount", 12)
    try {
      meets(makePlainEnv(nowMs), filter.condition, row)
    } catch (error) {
      if (!isFault(error)) throw error
    }
    return null
  },
}

const nowMs = 1_773_500_966_000
const zone = { name: "UTC", untils: [], offsets: [0] }

const schedules: Target = {
  name: "schedule",
  promise: "reads any words for a time or says why not, and every next time comes later",
  make: anyWhen,
  check(text) {
    const read = parseSchedule(text)
    if (!read.ok) return /[.)]$/.test(read.reason) ? null : `the refusal says "${read.reason}"`
    const first = nextTime(read.schedule, nowMs, zone)
    if (first !== null && first <= nowMs) return "the next time is not later"
    const second = first === null ? null : nextTime(read.schedule, first, zone)
    return second !== null && first !== null && second <= first
      ? "the second time is not later"
      : null
  },
}

export const textTargets: readonly Target[] = [filters, schedules]
