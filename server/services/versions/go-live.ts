import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { GoLiveInput } from "./schema.ts"
import { announceBot, readReady, setLive } from "./set-live.ts"

/**
 * Makes a version that was published before the live one again. The draft stays as it is, and conversations
 * that run finish in their versions.
 *
 * Throws: AppError "bot.not_found", "version.not_found".
 */
export const goLive = defineVerb({
  name: "versions.goLive",
  permission: "bots.publish",
  input: GoLiveInput,
  audit: "version.went_live",
  run: async (
    context: ServiceContext,
    { botId, versionId },
  ): Promise<{ readonly number: number }> => {
    const { orgId, container } = context
    const { number, slug } = await container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const version = await readReady(tx, context, botId, versionId)
      await setLive(tx, context, version)
      const { number } = version
      await recordAudit(tx, context, "version.went_live", { kind: "bot", id: botId }, { number })
      return { number, slug: (await loadBot(tx, orgId, botId)).slug }
    })
    await announceBot(container, botId, [slug])
    return { number }
  },
})
