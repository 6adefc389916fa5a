import type { ScriptId } from "#catalog/ids.ts"
import { flowTopic } from "#catalog/shared-flow/frames.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { checkSize, countChange, lockBot, readScript } from "../scripts/load.ts"
import { recordSaving, writeScript } from "../scripts/write.ts"
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
    const { orgId, container } = context
    let savedId: ScriptId | null = null
    const saved = await container.db.withOrg(orgId, async (tx): Promise<SavedDraft> => {
      await lockBot(tx, orgId, botId)
      const before = await readScript(tx, orgId, botId, scriptId)
      if (before.revision !== baseRevision) {
        const { source, layout, revision } = before
        return { ok: false, reason: "conflict", current: { source, layout, revision } }
      }
      const revision = baseRevision + 1
      const written = { botId, scriptId: before.id, source, layout, revision }
      await writeScript(tx, context, written)
      if (source.length > before.source.length) await checkSize(tx, orgId, botId)
      const draftRevision = await countChange(tx, orgId, botId)
      await recordSaving(tx, context, botId)
      savedId = before.id
      return { ok: true, revision, draftRevision }
    })
    // Whoever has the flow open takes it in at once.
    if (savedId !== null) await container.pubsub.publish(flowTopic(savedId), { t: "draft" })
    return saved
  },
})
