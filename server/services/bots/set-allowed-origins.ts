import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type Bot, loadBot, toBot } from "./load.ts"
import { forgetPublicBots } from "./prove-public.ts"
import { SetAllowedOriginsInput } from "./schema.ts"

/** Says which sites may hold conversations with the bot; with none, every site may. Throws: AppError "bot.not_found". */
export const setAllowedOrigins = defineVerb({
  name: "bots.setAllowedOrigins",
  permission: "bots.update",
  input: SetAllowedOriginsInput,
  audit: "bot.origins_changed",
  run: async (context: ServiceContext, { botId, origins }): Promise<Bot> => {
    const { orgId, container } = context
    const unique = [...new Set(origins)]
    const bot = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await tx.rows(
        "update bots set allowed_origins = $3, updated_at = $4 where org_id = $1 and id = $2",
        [orgId, botId, unique, container.clock.now()],
      )
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "bot.origins_changed", subject, { origins: unique })
      return toBot(await loadBot(tx, orgId, botId))
    })
    await forgetPublicBots(container, [bot.slug])
    return bot
  },
})
