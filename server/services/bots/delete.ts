import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadBot } from "./load.ts"
import { forgetPublicBots } from "./prove-public.ts"
import { BotInput } from "./schema.ts"

/** Deletes a bot with its flows, versions and conversations. Throws: AppError "bot.not_found". */
export const deleteBot = defineVerb({
  name: "bots.delete",
  permission: "bots.delete",
  input: BotInput,
  audit: "bot.deleted",
  run: async (context: ServiceContext, { botId }): Promise<null> => {
    const { orgId, container } = context
    const slug = await container.db.withOrg(orgId, async (tx) => {
      const bot = await loadBot(tx, orgId, botId)
      await tx.rows("delete from bots where org_id = $1 and id = $2", [orgId, botId])
      await recordAudit(tx, context, "bot.deleted", { kind: "bot", id: botId }, { name: bot.name })
      return bot.slug
    })
    await forgetPublicBots(container, [slug])
    return null
  },
})
