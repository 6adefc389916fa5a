import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { RevokePreviewInput } from "./schema.ts"

/** Closes a preview link at once. Throws: AppError "bot.not_found", "preview.not_found". */
export const revokePreview = defineVerb({
  name: "previews.revoke",
  permission: "bots.update",
  input: RevokePreviewInput,
  audit: "preview.revoked",
  run: (context: ServiceContext, { botId, previewId }): Promise<null> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const gone = await tx.rows(
        "delete from previews where org_id = $1 and bot_id = $2 and id = $3 returning id",
        [orgId, botId, previewId],
      )
      if (gone.length === 0) throw new AppError("preview.not_found")
      await recordAudit(tx, context, "preview.revoked", { kind: "bot", id: botId }, {})
      return null
    })
  },
})
