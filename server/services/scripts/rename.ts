import { isDuplicate } from "#db/errors.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import type { ChangedScript } from "./create.ts"
import { countChange, entryName, lockBot, readScript } from "./load.ts"
import { RenameScriptInput } from "./schema.ts"

/**
 * Gives a flow another name; calls in other flows keep the old one, and the checks say so.
 *
 * Throws: AppError "script.not_found", "script.name_taken", "script.entry_stays".
 */
export const renameScript = defineVerb({
  name: "scripts.rename",
  permission: "bots.update",
  input: RenameScriptInput,
  audit: "script.renamed",
  run: (context: ServiceContext, { botId, scriptId, name }): Promise<ChangedScript> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const before = await readScript(tx, orgId, botId, scriptId)
      if (before.name.toLowerCase() === entryName) throw new AppError("script.entry_stays")
      try {
        await tx.rows(
          "update scripts set name = $4 where org_id = $1 and bot_id = $2 and id = $3",
          [orgId, botId, scriptId, name],
        )
      } catch (error) {
        throw isDuplicate(error, "scripts_name")
          ? new AppError("script.name_taken", { name })
          : error
      }
      const draftRevision = await countChange(tx, orgId, botId)
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "script.renamed", subject, { from: before.name, to: name })
      return { script: { id: before.id, name, revision: before.revision }, draftRevision }
    })
  },
})
