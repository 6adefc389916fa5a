import type { Json } from "#basic/vm/value.ts"
import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { storableJson } from "../storable.ts"
import { announce } from "./announce.ts"
import { subjectOf } from "./find-handlers.ts"
import { checkBacklog } from "./store-event.ts"

/**
 * Publishes an event on the bot's bus: each ON EVENT of this name runs once, and each conversation of
 * the bot that waits for it goes on. Gives how many there are.
 *
 * Writes: `inbound_events`. Throws: AppError "event.too_deep", "event.backlog_full".
 */
export async function publishEvent(
  tx: OrgTx,
  place: RecordPlace,
  name: string,
  value: Json,
): Promise<number> {
  const inputs = { ...fieldsOf(value), event: name, data: value }
  const started = await announce(tx, place, { kind: "bus", subject: name, inputs })
  return started + (await wakeWaiting(tx, place, name, value))
}

/**
 * Ends each wait for an event of this name, in one statement; also where another run lies on top of it.
 *
 * Reads: `awaited_events`. Writes: `inbound_events`. Throws: AppError "event.backlog_full".
 */
async function wakeWaiting(
  tx: OrgTx,
  { orgId, botId, nowMs, depth }: RecordPlace,
  name: string,
  value: Json,
): Promise<number> {
  const limit = limits.pendingEventsPerBot
  const waiting = await tx.rows<{ id: string; waitId: string }>(
    `select conversation_id as id, wait_id as "waitId" from awaited_events
     where org_id = $1 and bot_id = $2 and event = $3 order by wait_id limit $4::int`,
    [orgId, botId, subjectOf(name), limit + 1],
  )
  if (waiting.length === 0) return 0
  if (waiting.length > limit) throw new AppError("event.backlog_full", { limit })
  await checkBacklog(tx, { orgId, botId })
  const payload = { inputs: { data: value }, depth: (depth ?? 0) + 1 }
  const events = waiting.map(({ id, waitId }) => ({
    ...{ id: newId("evt", nowMs), conversation_id: id, wait_id: waitId },
  }))
  await tx.rows(
    `insert into inbound_events (org_id, id, bot_id, conversation_id, source, key, body_hash, kind, payload, state, due)
     select $1, e.id, $2, e.conversation_id, 'event', e.id, '', 'event',
       $3::text::jsonb || jsonb_build_object('waitId', e.wait_id), 'pending', clock_timestamp()
     from jsonb_to_recordset($4::text::jsonb) as e(id text, conversation_id text, wait_id text)`,
    [orgId, botId, storableJson(payload), JSON.stringify(events)],
  )
  return events.length
}

function fieldsOf(value: Json): Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}
}
