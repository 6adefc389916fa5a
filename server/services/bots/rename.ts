import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type Bot, loadBot, toBot } from "./load.ts"
import { forgetPublicBots } from "./prove-public.ts"
import { RenameBotInput } from "./schema.ts"

/** Gives a bot another name; its public name stays, so that nothing that embeds it breaks. Throws: AppError "bot.not_found". */
export const renameBot = defineVerb({
  name: "bots.rename",
  permission: "bots.update",
  input: RenameBotInput,
  audit: "bot.renamed",
  run: async (context: ServiceContext, { botId, name }): Promise<Bot> => {
    const { orgId, container } = context
    const bot = await container.db.withOrg(orgId, async (tx) => {
      const before = await loadBot(tx, orgId, botId)
      await tx.rows("update bots set name = $3, updated_at = $4 where org_id = $1 and id = $2", [
        orgId,
        botId,
        name,
        container.clock.now(),
      ])
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "bot.renamed", subject, { from: before.name, to: name })
      return toBot(await loadBot(tx, orgId, botId))
    })
    await forgetPublicBots(container, [bot.slug])
    return bot
  },
})
