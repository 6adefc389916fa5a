import { dateFromInstant, localMsOf, nextOpening } from "#basic"
import type { ZoneTable } from "#basic/vm/outcome.ts"
import type { Json } from "#basic/vm/value.ts"
import { newId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { findAttendant } from "../attendants/find-attendant.ts"
import type { RecordPlace } from "../place.ts"
import { readBusinessWeek } from "../settings/read-business-week.ts"

export interface HandoffWish {
  /** A person or a department, as the script names it; empty for anybody. */
  readonly wanted: string
  readonly priority: HandoffPriority
  /** What the person should know. */
  readonly context: string
}
export const handoffPriorities = ["low", "normal", "high", "urgent"] as const
export type HandoffPriority = (typeof handoffPriorities)[number]

/**
 * Marks a conversation as needing a person: from its next turn on the bot is silent. One that is marked
 * already keeps its place in the queue and takes on the new wish.
 *
 * Shape: {success, handoff_id, status, assigned_to, assigned_to_name, queue_position,
 * estimated_wait_seconds, is_open, opens_at, message}: outside the business hours of the bot's settings
 * (`business-hours`) the answer is for when somebody is there again. Writes: handoffs, conversations.
 */
export async function requestHandoff(
  tx: OrgTx,
  place: Pick<RecordPlace, "orgId" | "botId" | "conversationId" | "nowMs">,
  { wanted, priority, context }: HandoffWish,
): Promise<Json> {
  const { orgId, botId, conversationId, nowMs } = place
  const now = new Date(nowMs)
  const person = await findAttendant(tx, orgId, wanted)
  await tx.rows(
    `update conversations set taken_over_at = coalesce(taken_over_at, $3) where org_id = $1 and id = $2`,
    [orgId, conversationId, now],
  )
  const [row] = await tx.rows<{ id: string; state: string }>(
    `insert into handoffs (org_id, id, bot_id, conversation_id, state, wanted, context, priority, created_at)
     values ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8)
     on conflict (org_id, conversation_id) where resolved_at is null
     do update set wanted = excluded.wanted, priority = excluded.priority,
       context = case when excluded.context = '' then handoffs.context else excluded.context end
     returning id, state`,
    [orgId, newId("hnd", nowMs), botId, conversationId, wanted, context, priority, now],
  )
  const wait = await readWait(tx, orgId, row?.id ?? "")
  const hours = await readBusinessWeek(tx, place)
  const opensMs = hours === null ? nowMs : nextOpening(hours.week, nowMs, hours.zone)
  const isOpen = opensMs === nowMs
  return {
    success: true,
    handoff_id: row?.id ?? null,
    status: row?.state ?? "waiting",
    assigned_to: person?.id ?? null,
    assigned_to_name: person?.name ?? null,
    queue_position: wait.position,
    estimated_wait_seconds: wait.seconds + Math.ceil(((opensMs ?? nowMs) - nowMs) / 1_000),
    is_open: isOpen,
    opens_at: isOpen || opensMs === null ? null : new Date(opensMs).toISOString(),
    message: isOpen
      ? `${person?.name ?? "A person"} will answer soon.`
      : `${person?.name ?? "A person"} will answer when we are open again${opensMs === null || hours === null ? "" : `: ${printClock(opensMs, hours.zone)}`}.`,
  }
}

/** "2026-11-23 09:00" on the bot's clock. */
function printClock(atMs: number, zone: ZoneTable): string {
  const local = new Date(localMsOf(dateFromInstant(zone, atMs, true)))
  return local.toISOString().slice(0, 16).replace("T", " ")
}

/** How many come first, and how long each took lately: the last twenty, a minute where there is none. */
async function readWait(tx: OrgTx, orgId: string, handoffId: string) {
  const [row] = await tx.rows<{ position: number | string; seconds: number | string }>(
    `select
       (select count(*) from handoffs h join handoffs own on own.org_id = h.org_id and own.id = $2
        where h.org_id = $1 and h.state = 'waiting' and h.created_at <= own.created_at) as position,
       (select coalesce(avg(extract(epoch from taken_at - created_at)), 60) from (
          select taken_at, created_at from handoffs where org_id = $1 and taken_at is not null
          order by taken_at desc limit 20) lately) as seconds`,
    [orgId, handoffId],
  )
  const position = Number(row?.position ?? 1)
  return { position, seconds: Math.ceil(Number(row?.seconds ?? 60)) * Math.max(1, position) }
}
