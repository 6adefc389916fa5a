import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { StagingInput } from "./schema.ts"
import { announceBot, readReady, setLive } from "./set-live.ts"

/**
 * Makes what is staged live. Staging keeps running it.
 *
 * Throws: AppError "bot.not_found", "version.nothing_staged".
 */
export const promoteStaging = defineVerb({
  name: "versions.promote",
  permission: "bots.publish",
  input: StagingInput,
  audit: "version.went_live",
  run: async (context: ServiceContext, { botId }): Promise<{ readonly number: number }> => {
    const { orgId, container } = context
    const { number, slug } = await container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const [staged] = await tx.rows<{ id: string | null }>(
        "select staging_version_id as id from bots where org_id = $1 and id = $2",
        [orgId, botId],
      )
      if (!staged?.id) throw new AppError("version.nothing_staged")
      const version = await readReady(tx, context, botId, staged.id)
      await setLive(tx, context, version)
      const { number } = version
      await recordAudit(tx, context, "version.went_live", { kind: "bot", id: botId }, { number })
      return { number, slug: (await loadBot(tx, orgId, botId)).slug }
    })
    await announceBot(container, botId, [slug])
    return { number }
  },
})
