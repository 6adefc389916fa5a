import type { Json } from "#basic/vm/value.ts"
import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ReplyTo } from "../delegation/reply-to.ts"
import type { RecordPlace } from "../place.ts"
import { storableJson } from "../storable.ts"

/** What a run that an event starts begins with. */
export interface BegunRun {
  /** Null: the entry script. */
  readonly script: string | null
  /** The function of the bundle to begin with, such as "on:0"; null for the whole script. */
  readonly entry: string | null
  /** The version `entry` is of; null: whichever is published when it runs. */
  readonly versionId: string | null
  /** Variables that are set before the first line. */
  readonly inputs: Readonly<Record<string, Json>>
}

export interface StoredEvent extends BegunRun {
  readonly kind: "schedule" | "event"
  /** Who may repeat it. */
  readonly source: string
  /** The same key again is the same event; null when it cannot be repeated. */
  readonly key: string | null
  /** On top of which conversation it runs; null for an automation of its own. */
  readonly conversationId: string | null
  /** The wait of that conversation it ends, instead of starting a run: the reply of another bot. */
  readonly waitId?: string
  readonly depth: number
  /** A bot tells another something: what, and who waits for what it says, if anybody does. */
  readonly delegated?: { readonly text: string; readonly isTool: true; readonly replyTo?: ReplyTo }
  /** It begins the bot that a conversation was handed over to. */
  readonly isHandover?: true
  /** The run it comes from. */
  readonly parentRunId?: string | undefined
}

/**
 * Stores an event that starts a run, to be run soon by whoever finds it due. Gives its id, also that of
 * an earlier event with the same key.
 *
 * Writes: one row of `inbound_events`. Throws: AppError "event.too_deep".
 */
export async function storeEvent(
  tx: OrgTx,
  { orgId, botId, nowMs }: Pick<RecordPlace, "orgId" | "botId" | "nowMs">,
  event: StoredEvent,
): Promise<string> {
  const { kind, source, conversationId, waitId, depth, script, entry, versionId, inputs } = event
  if (depth > limits.eventDepth) throw new AppError("event.too_deep", { limit: limits.eventDepth })
  const id = newId("evt", nowMs)
  const payload = {
    inputs,
    depth,
    ...(script !== null && { script }),
    ...(entry !== null && { entry }),
    ...(versionId !== null && { versionId }),
    ...(waitId !== undefined && { waitId }),
    ...event.delegated,
    ...(event.isHandover && { isHandover: true }),
    ...(event.parentRunId !== undefined && { parentRunId: event.parentRunId }),
  }
  const [row] = await tx.rows<{ id: string }>(
    `with made as (
       insert into inbound_events (org_id, id, bot_id, conversation_id, source, key, body_hash, kind, payload, state, due)
       values ($1, $2, $3, $4, $5, $6, '', $7, $8::text::jsonb, 'pending', clock_timestamp())
       on conflict (org_id, source, key) do nothing returning id
     )
     select coalesce((select id from made),
       (select id from inbound_events where org_id = $1 and source = $5 and key = $6)) as id`,
    [orgId, id, botId, conversationId, source, event.key ?? id, kind, storableJson(payload)],
  )
  return row?.id ?? id
}

/**
 * Counts what waits to be run, so that one bot cannot fill the queue of all.
 *
 * Reads: `inbound_events`. Throws: AppError "event.backlog_full".
 */
export async function checkBacklog(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
): Promise<void> {
  const limit = limits.pendingEventsPerBot
  const [row] = await tx.rows<{ waiting: number | string }>(
    `select count(*) as waiting from (
       select from inbound_events where org_id = $1 and bot_id = $2 and due is not null limit $3::int
     ) waiting`,
    [orgId, botId, limit],
  )
  if (Number(row?.waiting ?? 0) >= limit) throw new AppError("event.backlog_full", { limit })
}
