import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { DeleteSnapshotInput } from "./schema.ts"

/** Takes a kept state of the draft out of the history; published versions stay. Throws: AppError "bot.not_found", "version.not_found". */
export const deleteSnapshot = defineVerb({
  name: "versions.delete",
  permission: "bots.update",
  input: DeleteSnapshotInput,
  audit: "version.deleted",
  run: (context: ServiceContext, { botId, ref }): Promise<null> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const [gone] = await tx.rows<{ name: string }>(
        `delete from snapshots where org_id = $1 and bot_id = $2 and id = $3 and version_id is null
         returning name`,
        [orgId, botId, ref],
      )
      if (gone === undefined) throw new AppError("version.not_found", { version: ref })
      await recordAudit(tx, context, "version.deleted", { kind: "bot", id: botId }, gone)
      return null
    })
  },
})
