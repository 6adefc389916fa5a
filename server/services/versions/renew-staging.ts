import { AppError } from "#server/errors/app-error.ts"
import { newStagingSlug } from "../bots/slug.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { StagingInput } from "./schema.ts"
import { announceBot } from "./set-live.ts"

/**
 * Gives the staging of a bot a new link; whoever has the old one is shut out.
 *
 * Throws: AppError "bot.not_found", "version.nothing_staged".
 */
export const renewStaging = defineVerb({
  name: "versions.renewStaging",
  permission: "bots.publish",
  input: StagingInput,
  audit: "staging.renewed",
  run: async (context: ServiceContext, { botId }): Promise<{ readonly stagingSlug: string }> => {
    const { orgId, container } = context
    const stagingSlug = newStagingSlug()
    const before = await container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const [row] = await tx.rows<{ slug: string | null; version: string | null }>(
        "select staging_slug as slug, staging_version_id as version from bots where org_id = $1 and id = $2",
        [orgId, botId],
      )
      if (!row?.version) throw new AppError("version.nothing_staged")
      await tx.rows("update bots set staging_slug = $3 where org_id = $1 and id = $2", [
        orgId,
        botId,
        stagingSlug,
      ])
      await recordAudit(tx, context, "staging.renewed", { kind: "bot", id: botId }, {})
      return row.slug
    })
    await announceBot(container, botId, [before])
    return { stagingSlug }
  },
})
