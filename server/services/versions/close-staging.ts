import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { StagingInput } from "./schema.ts"
import { announceBot } from "./set-live.ts"

/** Ends the staging of a bot: its link leads nowhere any more. Throws: AppError "bot.not_found". */
export const closeStaging = defineVerb({
  name: "versions.closeStaging",
  permission: "bots.publish",
  input: StagingInput,
  audit: "staging.closed",
  run: async (context: ServiceContext, { botId }): Promise<null> => {
    const { orgId, container } = context
    const slug = await container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const [row] = await tx.rows<{ slug: string | null }>(
        "select staging_slug as slug from bots where org_id = $1 and id = $2",
        [orgId, botId],
      )
      await tx.rows(
        "update bots set staging_version_id = null, staging_slug = null where org_id = $1 and id = $2",
        [orgId, botId],
      )
      await recordAudit(tx, context, "staging.closed", { kind: "bot", id: botId }, {})
      return row?.slug ?? null
    })
    await announceBot(container, botId, [slug])
    return null
  },
})
