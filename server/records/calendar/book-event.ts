import type { Json } from "#basic/vm/value.ts"
import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { storableText } from "../storable.ts"

export interface NewEvent {
  readonly title: string
  readonly description: string
  readonly place: string
  /** Units: ms since 1970 UTC. */
  readonly startMs: number
  readonly endMs: number
  readonly people: readonly string[]
}

/** An entry of the calendar as a script reads it: what ICS and SEND INVITES take. */
export function toEventJson(id: string, event: NewEvent): Record<string, Json> {
  return {
    ...{ event_id: id, id, title: event.title, description: event.description },
    location: event.place,
    start: new Date(event.startMs).toISOString(),
    end: new Date(event.endMs).toISOString(),
    duration_minutes: Math.round((event.endMs - event.startMs) / 60_000),
    attendees: [...event.people],
  }
}

/** Writes an entry into the calendar of the bot and gives its id. */
export async function bookEvent(
  tx: OrgTx,
  { orgId, botId, conversationId, nowMs }: RecordPlace,
  event: NewEvent,
): Promise<string> {
  const id = newId("cal", nowMs)
  await tx.rows(
    `insert into calendar_events (org_id, id, bot_id, conversation_id, title, description, place,
       starts_at, ends_at, people, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11)`,
    [
      ...[orgId, id, botId, conversationId, cut(event.title), cut(event.description)],
      ...[cut(event.place), new Date(event.startMs), new Date(event.endMs)],
      ...[JSON.stringify(event.people.map(cut)), new Date(nowMs)],
    ],
  )
  return id
}

interface StoredEvent {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly place: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly people: string[]
}

/** Reads an entry of the bot's calendar. Throws: AppError "calendar.event_not_found". */
export async function loadEvent(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
  eventId: string,
): Promise<NewEvent> {
  const [row] = await tx.rows<StoredEvent>(
    `select id, title, description, place, starts_at, ends_at, people from calendar_events
     where org_id = $1 and bot_id = $2 and id = $3`,
    [orgId, botId, eventId.trim()],
  )
  if (row === undefined) throw new AppError("calendar.event_not_found")
  const { title, description, place, people } = row
  const [startMs, endMs] = [row.starts_at.getTime(), row.ends_at.getTime()]
  return { title, description, place, people, startMs, endMs }
}

/** Moves the end of an entry, and adds who is invited. Throws: AppError "calendar.event_not_found". */
export async function changeEvent(
  tx: OrgTx,
  place: RecordPlace,
  eventId: string,
  change: { readonly endMs?: number; readonly people?: readonly string[] },
): Promise<NewEvent> {
  const event = await loadEvent(tx, place, eventId)
  const people = [...new Set([...event.people, ...(change.people ?? [])])]
  const next = { ...event, endMs: change.endMs ?? event.endMs, people }
  await tx.rows(
    `update calendar_events set ends_at = $3, people = $4::text::jsonb where org_id = $1 and id = $2`,
    [
      ...[place.orgId, eventId.trim(), new Date(next.endMs)],
      JSON.stringify(people.slice(0, limits.peoplePerEvent).map(cut)),
    ],
  )
  return next
}

/** When the calendar of a bot is taken between two moments. Units: ms since 1970 UTC. */
export async function listTaken(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
  fromMs: number,
  toMs: number,
): Promise<{ startMs: number; endMs: number }[]> {
  const rows = await tx.rows<{ starts_at: Date; ends_at: Date }>(
    `select starts_at, ends_at from calendar_events
     where org_id = $1 and bot_id = $2 and starts_at < $4 and ends_at > $3 order by starts_at`,
    [orgId, botId, new Date(fromMs), new Date(toMs)],
  )
  return rows.map((row) => ({ startMs: row.starts_at.getTime(), endMs: row.ends_at.getTime() }))
}

const cut = (text: string): string => storableText(text).slice(0, limits.taskTextChars)
