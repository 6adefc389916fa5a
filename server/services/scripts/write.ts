import type { Layout } from "#basic/graph/model.ts"
import { type BotId, newId, type ScriptId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { ServiceContext } from "../context.ts"
import { actorOf } from "../record-audit.ts"
import { hashOf } from "./load.ts"

/** One line in the audit log for a stretch of saving, because the builder saves every few seconds. */
const auditEveryMinutes = 10

export interface WrittenScript {
  readonly botId: BotId
  readonly scriptId: ScriptId
  readonly source: string
  readonly layout: Layout
  readonly revision: number
}

/** Stores what a flow says, of a bot that is locked. */
export async function writeScript(
  tx: OrgTx,
  { orgId, userId, container }: ServiceContext,
  { botId, scriptId, source, layout, revision }: WrittenScript,
): Promise<void> {
  const now = container.clock.now()
  await tx.rows(
    `update scripts set source = $4, source_hash = ${hashOf("$4", "$5")}, layout = $5::text::json, revision = $6,
       updated_at = $7, updated_by = $8
     where org_id = $1 and bot_id = $2 and id = $3`,
    [orgId, botId, scriptId, source, JSON.stringify(layout), revision, now, userId],
  )
}

/** Writes into the audit log that this person edits the bot. */
export async function recordSaving(
  tx: OrgTx,
  context: ServiceContext,
  botId: BotId,
): Promise<void> {
  const { orgId, ip, container } = context
  const actor = actorOf(context)
  const now = container.clock.now()
  const since = new Date(now.getTime() - auditEveryMinutes * 60_000)
  await tx.rows(
    `insert into audit_events (org_id, id, actor_kind, actor, action, subject_kind, subject, ip, at)
     select $1, $2, $8, $3, 'draft.saved', 'bot', $4, $5, $6
     where not exists (select from audit_events where org_id = $1 and at > $7 and actor = $3
       and action = 'draft.saved' and subject = $4)`,
    [orgId, newId("aud", now.getTime()), actor.id, botId, ip, now, since, actor.kind],
  )
}
