import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { readWebhooks, type Webhooks } from "./get.ts"
import { WebhooksInput } from "./schema.ts"
import { renewWebhookKey } from "./webhook-key.ts"

/** Gives the bot's webhooks new addresses and a new secret; the old ones stop at once. Throws: AppError "bot.not_found". */
export const renewWebhooks = defineVerb({
  name: "webhooks.renew",
  permission: "bots.update",
  input: WebhooksInput,
  audit: "bot.webhooks_renewed",
  run: async (context: ServiceContext, { botId }): Promise<Webhooks> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await renewWebhookKey(tx, container, orgId, botId)
      await recordAudit(tx, context, "bot.webhooks_renewed", { kind: "bot", id: botId })
      return readWebhooks(tx, container, orgId, botId)
    })
  },
})
