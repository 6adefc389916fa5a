import { firstIdAt, type OrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { Database } from "#db/client.ts"
import type { OrgTx } from "#db/transaction.ts"

const dayMs = 86_400_000
/** How long others leave a row alone that somebody works on, and how soon it is looked at again. */
const leaseSeconds = 300
const soonSeconds = 1
const laterSeconds = 6 * 3_600

/** One kind of thing that goes: deletes a bounded number and says whether there may be more. */
type Sweep = (tx: OrgTx, orgId: OrgId, nowMs: number) => Promise<boolean>

/**
 * Deletes what of an organization is over, a bounded number of rows in one short transaction for each kind;
 * where there is more, the organization's turn comes again soon, after the others'.
 *
 * Writes: conversations of automations with all that belongs to them, `inbound_events` with their journal,
 * `outbox`, `api_replies`.
 */
export async function cleanUp(db: Database, orgId: OrgId, id: string, nowMs: number) {
  const due = (seconds: number, onlyDue: boolean) =>
    db.tenantQuery(
      [orgId],
      `update cleanups set due = clock_timestamp() + make_interval(secs => $3::numeric)
       where org_id = $1 and id = $2 and (not $4::boolean or due <= clock_timestamp()) returning id`,
      [orgId, id, seconds, onlyDue],
    )
  if ((await due(leaseSeconds, true)).length === 0) return
  let isMore = false
  for (const sweep of sweeps) {
    const found = await db.withOrg(orgId, (tx) => sweep(tx, orgId, nowMs))
    isMore = isMore || found
  }
  await due(isMore ? soonSeconds : laterSeconds, false)
}

/** Has a new organization looked after from now on. Writes: `cleanups`. */
export async function beginCleanUps(tx: OrgTx, orgId: OrgId): Promise<void> {
  await tx.rows("insert into cleanups (org_id, id) values ($1, $2) on conflict do nothing", [
    orgId,
    `cln_${orgId.slice(4)}`,
  ])
}

/** Automations nobody and nothing will ever continue. */
const dropAutomations: Sweep = async (tx, orgId, nowMs) => {
  const rows = await tx.rows(
    `delete from conversations c using (
       select org_id, id from conversations o
       where org_id = $1 and token_hash is null and contact_id is null and created_at < $2 and last_at < $2
         and running is null and taken_over_at is null
         and split_part(channel, ':', 1) in ('schedule', 'webhook', 'event', 'delegate')
         and not exists (select from timers t where t.conversation_id = o.id)
         and not exists (select from awaited_events w where w.conversation_id = o.id)
         and not exists (select from schedules s where s.conversation_id = o.id)
         and not exists (select from inbound_events e where e.conversation_id = o.id and e.due is not null)
       order by created_at limit $3::int
     ) old
     where c.org_id = old.org_id and c.id = old.id returning c.id`,
    [orgId, new Date(nowMs - limits.keptAutomationDays * dayMs), limits.cleanUpConversations],
  )
  return rows.length >= limits.cleanUpConversations
}

/** Turns that are over, with their journal: their keys name nothing any more, and their conversation stays. */
const dropTurns: Sweep = async (tx, orgId, nowMs) => {
  const rows = await tx.rows(
    `delete from inbound_events e using (
       select org_id, id from inbound_events
       where org_id = $1 and id < $2 and due is null order by id limit $3::int
     ) old
     where e.org_id = old.org_id and e.id = old.id returning e.id`,
    [orgId, firstIdAt("evt", nowMs - limits.keptTurnDays * dayMs), limits.cleanUpRows],
  )
  return rows.length >= limits.cleanUpRows
}

/** Messages that reached their channel, or never will; what was said stays. */
const dropDeliveries: Sweep = async (tx, orgId, nowMs) => {
  const rows = await tx.rows(
    `delete from outbox o using (
       select org_id, id from outbox
       where org_id = $1 and finished_at < $2 and due is null order by finished_at limit $3::int
     ) old
     where o.org_id = old.org_id and o.id = old.id returning o.id`,
    [orgId, new Date(nowMs - limits.keptDeliveryDays * dayMs), limits.cleanUpRows],
  )
  return rows.length >= limits.cleanUpRows
}

/** What requests with an idempotency key were answered, once nobody repeats them. */
const dropReplies: Sweep = async (tx, orgId, nowMs) => {
  const rows = await tx.rows(
    `delete from api_replies r using (
       select org_id, key_id, repeat_key from api_replies
       where org_id = $1 and expires_at <= $2 order by expires_at limit $3::int
     ) old
     where r.org_id = old.org_id and r.key_id = old.key_id and r.repeat_key = old.repeat_key
     returning 1 as gone`,
    [orgId, new Date(nowMs), limits.cleanUpRows],
  )
  return rows.length >= limits.cleanUpRows
}

const sweeps: readonly Sweep[] = [dropAutomations, dropTurns, dropDeliveries, dropReplies]
