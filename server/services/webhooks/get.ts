import type { BotId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { Container } from "#server/container.ts"
import { endpointKind } from "#server/records/events/apply-declarations.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { WebhooksInput } from "./schema.ts"
import { findWebhookKey } from "./webhook-key.ts"

/** How a bot's webhooks are called. */
export interface Webhooks {
  /** Addresses without the endpoint; null before the first one was asked for. */
  readonly baseUrl: string | null
  /** What requests are signed with, for whoever sets up the sender. */
  readonly secret: string | null
  readonly mustSign: boolean
  /** Those of the published version. */
  readonly endpoints: readonly { readonly endpoint: string; readonly script: string }[]
}

/** Reads the addresses of a bot's webhooks: for those who may change the bot, for an address is a key. Throws: AppError "bot.not_found". */
export const getWebhooks = defineVerb({
  name: "webhooks.get",
  permission: "bots.update",
  input: WebhooksInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<Webhooks> =>
    container.db.withOrg(orgId, (tx) => readWebhooks(tx, container, orgId, botId)),
})

export async function readWebhooks(
  tx: OrgTx,
  { seal, publicUrl }: Pick<Container, "seal" | "publicUrl">,
  orgId: ServiceContext["orgId"],
  botId: BotId,
): Promise<Webhooks> {
  const { slug } = await loadBot(tx, orgId, botId)
  const key = await findWebhookKey(tx, orgId, botId)
  const token = key && seal.open(key.tokenSealed)
  const endpoints = await tx.rows<{ endpoint: string; script: string }>(
    `select subject as endpoint, script from event_handlers
     where org_id = $1 and bot_id = $2 and kind = $3 order by number`,
    [orgId, botId, endpointKind],
  )
  return {
    baseUrl: token && `${publicUrl}/api/v1/bots/${slug}/webhooks/${token}/`,
    secret: key?.secretSealed ? seal.open(key.secretSealed) : null,
    mustSign: key?.mustSign ?? false,
    endpoints,
  }
}
