import type { Env } from "../vm/env.ts"
import type { DateValue } from "../vm/value.ts"
import { msPerDay } from "./civil.ts"
import { dateFromInstant, dateFromLocal, localMsOf } from "./zone.ts"

/** The day of a date, without its time. */
export const startOfDay = (date: DateValue, env: Env): DateValue =>
  dateFromLocal(env.zone, Math.floor(localMsOf(date) / msPerDay) * msPerDay, false)

/** The turn's one clock reading, on the clock of the zone. */
export const readNow = (env: Env): DateValue => dateFromInstant(env.zone, env.nowMs, true)

export const readToday = (env: Env): DateValue => startOfDay(readNow(env), env)
