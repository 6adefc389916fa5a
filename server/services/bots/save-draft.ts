import { type BotId, newId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { checkSize, countChange, hashOf, lockBot, readScript } from "../scripts/load.ts"
import type { Draft } from "./load-draft.ts"
import { SaveDraftInput } from "./schema.ts"

/** `ok: false` when somebody saved in between: `current` is what is stored now, and nothing was changed. */
export type SavedDraft =
  | {
      readonly ok: true
      readonly revision: number
      /** The count of changes to the bot, which a publication names. */
      readonly draftRevision: number
    }
  | { readonly ok: false; readonly reason: "conflict"; readonly current: Draft }

/** One line in the audit log for a stretch of saving, because the builder saves every few seconds. */
const auditEveryMinutes = 10

/**
 * Stores one flow if nobody changed it since `baseRevision`; "start" when none is named.
 *
 * Throws: AppError "bot.not_found", "script.not_found", "script.limit".
 */
export const saveDraft = defineVerb({
  name: "bots.saveDraft",
  permission: "bots.update",
  input: SaveDraftInput,
  audit: "draft.saved",
  run: async (
    context: ServiceContext,
    { botId, scriptId, source, layout, baseRevision },
  ): Promise<SavedDraft> => {
    const { orgId, userId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const before = await readScript(tx, orgId, botId, scriptId)
      if (before.revision !== baseRevision) {
        const { source, layout, revision } = before
        return { ok: false, reason: "conflict", current: { source, layout, revision } }
      }
      const revision = baseRevision + 1
      await tx.rows(
        `update scripts set source = $4, source_hash = ${hashOf("$4", "$5")}, layout = $5::text::json, revision = $6,
           updated_at = $7, updated_by = $8
         where org_id = $1 and bot_id = $2 and id = $3`,
        [
          orgId,
          botId,
          before.id,
          source,
          JSON.stringify(layout),
          revision,
          container.clock.now(),
          userId,
        ],
      )
      if (source.length > before.source.length) await checkSize(tx, orgId, botId)
      const draftRevision = await countChange(tx, orgId, botId)
      await recordSaving(tx, context, botId)
      return { ok: true, revision, draftRevision }
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
