import { newId } from "#catalog/ids.ts"
import { AppError } from "#server/errors/app-error.ts"
import { binDue } from "#server/records/bin/bin-entries.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { countChange, entryName, lockBot, readScript } from "./load.ts"
import { DeleteScriptInput } from "./schema.ts"

/** Puts a flow of the draft into the bin; published versions keep theirs. Throws: AppError "script.not_found", "script.entry_stays". */
export const deleteScript = defineVerb({
  name: "scripts.delete",
  permission: "bots.update",
  input: DeleteScriptInput,
  audit: "script.deleted",
  run: (
    context: ServiceContext,
    { botId, scriptId },
  ): Promise<{ readonly draftRevision: number }> => {
    const { orgId, userId, container } = context
    const now = container.clock.now()
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const { name, source, layout } = await readScript(tx, orgId, botId, scriptId)
      if (name.toLowerCase() === entryName) throw new AppError("script.entry_stays")
      await tx.rows(
        `insert into bin_entries (org_id, id, bot_id, kind, name, kept, deleted_by, deleted_at, due)
         values ($1, $2, $3, 'script', $4, $5::text::json, $6, $7, $8)`,
        [
          ...[orgId, newId("bin", now.getTime()), botId, name, JSON.stringify({ source, layout })],
          ...[userId, now, binDue(now)],
        ],
      )
      await tx.rows("delete from scripts where org_id = $1 and bot_id = $2 and id = $3", [
        orgId,
        botId,
        scriptId,
      ])
      const draftRevision = await countChange(tx, orgId, botId)
      await recordAudit(tx, context, "script.deleted", { kind: "bot", id: botId }, { name })
      return { draftRevision }
    })
  },
})
