import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { readWebhooks, type Webhooks } from "./get.ts"
import { SetSigningInput } from "./schema.ts"
import { findWebhookKey, renewWebhookKey } from "./webhook-key.ts"

/** Says whether requests to the bot's webhooks have to be signed. Throws: AppError "bot.not_found". */
export const setSigning = defineVerb({
  name: "webhooks.setSigning",
  permission: "bots.update",
  input: SetSigningInput,
  audit: "bot.settings_changed",
  run: async (context: ServiceContext, { botId, mustSign }): Promise<Webhooks> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      if ((await findWebhookKey(tx, orgId, botId)) === null)
        await renewWebhookKey(tx, container, orgId, botId)
      await tx.rows("update webhook_keys set must_sign = $3 where org_id = $1 and bot_id = $2", [
        ...[orgId, botId, mustSign],
      ])
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "bot.settings_changed", subject, { mustSign })
      return readWebhooks(tx, container, orgId, botId)
    })
  },
})
