import { type Json, readWhen, timeOnDay, type Value, type When } from "#basic"
import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { storableJson } from "../storable.ts"
import { findDue } from "./find-due.ts"
import { readWeekOf, readZone } from "./read-zone.ts"

/** What SET SCHEDULE sets while a script runs. */
export interface NewSchedule {
  /** A date, or cron or words. */
  readonly when: Value
  /** The one day on which it happens, at the time of day `when` says. Units: ms since 1970 UTC. */
  readonly onDayMs: number | null
  /** Null: the entry script. */
  readonly script: string | null
  /** The same name again replaces it. Null: named after the script and its argument. */
  readonly name: string | null
  readonly argument: Json
}

/**
 * Sets a schedule. A date means once; several dates for one script stand beside each other, the same
 * date again is one. Cron and words mean again and again, and replace what the name had before.
 *
 * Writes: one row of `schedules`. Gives when it is due next, as ISO text.
 * Throws: AppError "schedule.refused", "schedule.limit".
 */
export async function setSchedule(
  tx: OrgTx,
  place: RecordPlace,
  { when, onDayMs, script, name, argument }: NewSchedule,
): Promise<string> {
  const zone = await readZone(tx, place)
  const week = await readWeekOf(tx, place, [when])
  const read = readWhen(when, zone, week)
  if (read.kind === "refused") throw new AppError("schedule.refused", read)
  const atMs =
    read.kind === "once"
      ? read.atMs
      : onDayMs === null
        ? null
        : timeOnDay(read.schedule, onDayMs, zone)
  const isOnce = atMs !== null
  const due = new Date(atMs ?? findDue(whenTextOf(read), place.nowMs, zone, week))
  const whenText = isOnce ? due.toISOString() : whenTextOf(read)
  const plainName = JSON.stringify([script, argument, ...(isOnce ? [whenText] : [])])
  await addSchedule(tx, place, {
    ...{ origin: "set", name: name ?? plainName, whenText, script, entry: null, due },
    ...{ inputs: argument === null ? {} : { argument }, versionId: null, conversationId: null },
  })
  return due.toISOString()
}

const whenTextOf = (when: When): string => (when.kind === "once" ? "" : when.text)

export interface ScheduleColumns {
  readonly origin: "set" | "later"
  readonly name: string
  readonly whenText: string
  readonly script: string | null
  readonly entry: string | null
  readonly inputs: Readonly<Record<string, Json>>
  readonly versionId: string | null
  readonly conversationId: string | null
  readonly due: Date
}

/** Writes: one row of `schedules`; the same name is replaced. Throws: AppError "schedule.limit". */
export async function addSchedule(
  tx: OrgTx,
  { orgId, botId, nowMs, depth }: RecordPlace,
  schedule: ScheduleColumns,
): Promise<void> {
  const { origin, name, whenText, script, entry, inputs, versionId, conversationId, due } = schedule
  checkSize(whenText, inputs)
  const limit = limits.schedulesPerBot
  const [row] = await tx.rows<{ known: number | string }>(
    `select count(*) as known from (
       select from schedules where org_id = $1 and bot_id = $2 limit $3::int) known`,
    [orgId, botId, limit],
  )
  if (Number(row?.known ?? 0) >= limit) throw new AppError("schedule.limit", { limit })
  await tx.rows(
    `insert into schedules (org_id, id, bot_id, origin, name, when_text, script, entry, inputs, version_id,
       conversation_id, due, depth)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12, $13)
     on conflict (bot_id, origin, name) do update set when_text = excluded.when_text,
       script = excluded.script, inputs = excluded.inputs, due = excluded.due, is_paused = false`,
    [
      ...[orgId, newId("sch", nowMs), botId, origin, name.slice(0, 1_000), whenText, script, entry],
      ...[storableJson(inputs), versionId, conversationId, due, depth ?? 0],
    ],
  )
}

function checkSize(text: string, inputs: ScheduleColumns["inputs"]) {
  const size = JSON.stringify(inputs).length
  if (size <= limits.eventInputChars) return
  const reason = `What it hands over takes ${size} characters; ${limits.eventInputChars} can be kept.`
  throw new AppError("schedule.refused", { text, reason })
}
