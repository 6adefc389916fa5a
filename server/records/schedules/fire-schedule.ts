import { type BusinessWeek, type Json, nextTime, parseSchedule } from "#basic"
import { findZone } from "#catalog/find-zone.ts"
import type { BotId, OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storeEvent } from "../events/store-event.ts"
import { readWeekOf } from "./read-zone.ts"

interface DueSchedule {
  readonly botId: BotId
  readonly origin: "declared" | "set" | "later"
  readonly whenText: string
  readonly script: string | null
  readonly entry: string | null
  readonly inputs: Readonly<Record<string, Json>>
  readonly versionId: string | null
  readonly conversationId: string | null
  readonly depth: number
  readonly due: Date
  readonly zone: string
  readonly publishedVersionId: string | null
  /** A person has the conversation it belongs to. */
  readonly isHeld: boolean
  /** The first PARAM of the script. */
  readonly firstParam: string | null
}

/** How often a reminder looks again whether the bot may speak. Units: ms. */
const postponeMs = 60_000

/**
 * Turns a due schedule into the event that runs it, and moves it on to its next time, in one transaction:
 * a due time makes one event, however many processes look and wherever one of them is killed. After a
 * time in which nobody looked it happens once, not once for every time that was missed.
 *
 * A bot that is no longer published stops its schedules. Gives the event's id; null when it is not due.
 * Writes: `inbound_events`, `schedules`.
 */
export async function fireSchedule(
  tx: OrgTx,
  orgId: OrgId,
  id: string,
  nowMs: number,
  /** "now": besides its times, which stay as they are. */
  when: "due" | "now" = "due",
): Promise<string | null> {
  const schedule = await lockDue(tx, orgId, id, when === "due" ? nowMs : null)
  if (schedule === null) return null
  if (schedule.isHeld) return await postpone(tx, orgId, id, nowMs)
  const { botId, conversationId, script, entry, depth, due } = schedule
  if (schedule.publishedVersionId === null) return await stop(tx, orgId, id)
  const eventId = await storeEvent(
    tx,
    { orgId, botId, nowMs },
    {
      ...{
        kind: "schedule",
        source: "schedule",
        key: when === "now" ? null : `${id}:${due.toISOString()}`,
      },
      ...{ conversationId, script, entry, depth },
      inputs: inputsOf(schedule),
      versionId: schedule.versionId ?? (entry === null ? null : schedule.publishedVersionId),
    },
  )
  if (when === "now") {
    await tx.rows(
      "update schedules set last_due = $3, last_event_id = $4 where org_id = $1 and id = $2",
      [orgId, id, new Date(nowMs), eventId],
    )
    return eventId
  }
  const week = await readWeekOf(tx, { orgId, botId }, [schedule.whenText])
  const next = findNext(schedule, nowMs, week)
  if (next === null && schedule.origin !== "declared")
    await tx.rows("delete from schedules where org_id = $1 and id = $2", [orgId, id])
  else
    await tx.rows(
      "update schedules set due = $3, last_due = $4, last_event_id = $5 where org_id = $1 and id = $2",
      [orgId, id, next, due, eventId],
    )
  return eventId
}

/** What SET SCHEDULE hands over stands in `argument`, and in the first PARAM of the script. */
function inputsOf({ inputs, firstParam }: DueSchedule): Readonly<Record<string, Json>> {
  const { argument } = inputs
  return firstParam === null || argument === undefined
    ? inputs
    : { [firstParam]: argument, ...inputs }
}

async function lockDue(
  tx: OrgTx,
  orgId: OrgId,
  id: string,
  byMs: number | null,
): Promise<DueSchedule | null> {
  const [row] = await tx.rows<Omit<DueSchedule, "due"> & { due: Date | string | null }>(
    `select s.bot_id as "botId", s.origin, s.when_text as "whenText", s.script, s.entry, s.inputs,
       s.version_id as "versionId", s.conversation_id as "conversationId", s.depth, s.due,
       (select c.taken_over_at is not null from conversations c
        where c.org_id = s.org_id and c.id = s.conversation_id) is true as "isHeld",
       b.time_zone as zone, b.published_version_id as "publishedVersionId",
       (select t.value->'params'->0->>'name'
        from versions v, jsonb_array_elements(v.declarations->'tools') t
        where v.org_id = b.org_id and v.id = b.published_version_id and t.value->>'entry' is null
          and lower(t.value->>'inScript') = coalesce(s.script, 'start') limit 1) as "firstParam"
     from schedules s join bots b on b.org_id = s.org_id and b.id = s.bot_id
     where s.org_id = $1 and s.id = $2 and ($3::timestamptz is null or s.due <= $3::timestamptz)
     for update of s`,
    [orgId, id, byMs === null ? null : new Date(byMs)],
  )
  return row === undefined ? null : { ...row, due: new Date(row.due ?? 0) }
}

/** While a person has the conversation the bot is silent: a reminder waits until they are done. */
async function postpone(tx: OrgTx, orgId: OrgId, id: string, nowMs: number): Promise<null> {
  await tx.rows("update schedules set due = $3 where org_id = $1 and id = $2", [
    ...[orgId, id, new Date(nowMs + postponeMs)],
  ])
  return null
}

async function stop(tx: OrgTx, orgId: OrgId, id: string): Promise<null> {
  await tx.rows("update schedules set due = null where org_id = $1 and id = $2", [orgId, id])
  return null
}

/** What happened once, or never comes again, has no next time. */
function findNext(
  { whenText, due, zone }: DueSchedule,
  nowMs: number,
  week: BusinessWeek | null,
): Date | null {
  const parsed = parseSchedule(whenText, week)
  const table = findZone(zone)
  if (!parsed.ok || table === null) return null
  const next = nextTime(parsed.schedule, Math.max(due.getTime(), nowMs), table)
  return next === null ? null : new Date(next)
}
