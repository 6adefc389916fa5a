import { type BotId, newId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type Draft, readDraft } from "./load-draft.ts"
import { SaveDraftInput } from "./schema.ts"

/** `ok: false` when somebody saved in between: `current` is what is stored now, and nothing was changed. */
export type SavedDraft =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly reason: "conflict"; readonly current: Draft }

/** One line in the audit log for a stretch of saving, because the builder saves every few seconds. */
const auditEveryMinutes = 10

/** Stores the draft if nobody changed it since `baseRevision`. Throws: AppError "bot.not_found". */
export const saveDraft = defineVerb({
  name: "bots.saveDraft",
  permission: "bots.update",
  input: SaveDraftInput,
  audit: "draft.saved",
  run: async (
    context: ServiceContext,
    { botId, source, layout, baseRevision },
  ): Promise<SavedDraft> => {
    const { orgId, userId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      const [saved] = await tx.rows<{ revision: number }>(
        `update drafts set source = $3, layout = $4::text::json, revision = revision + 1,
           updated_at = $6, updated_by = $7
         where org_id = $1 and bot_id = $2 and revision = $5 returning revision`,
        [orgId, botId, source, JSON.stringify(layout), baseRevision, container.clock.now(), userId],
      )
      if (saved === undefined)
        return { ok: false, reason: "conflict", current: await readDraft(tx, orgId, botId) }
      await recordSaving(tx, context, botId)
      return { ok: true, revision: saved.revision }
    })
  },
})

async function recordSaving(tx: OrgTx, context: ServiceContext, botId: BotId): Promise<void> {
  const { orgId, userId, ip, container } = context
  const now = container.clock.now()
  const since = new Date(now.getTime() - auditEveryMinutes * 60_000)
  await tx.rows(
    `insert into audit_events (org_id, id, actor_kind, actor, action, subject_kind, subject, ip, at)
     select $1, $2, 'user', $3, 'draft.saved', 'bot', $4, $5, $6
     where not exists (select from audit_events where org_id = $1 and at > $7 and actor = $3
       and action = 'draft.saved' and subject = $4)`,
    [orgId, newId("aud", now.getTime()), userId, botId, ip, now, since],
  )
}
