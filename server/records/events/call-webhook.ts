import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { announce } from "./announce.ts"
import { endpointKind, endpointOf } from "./apply-declarations.ts"

/**
 * Calls a webhook of the bot from inside: it runs soon, on its own.
 *
 * Writes: `inbound_events`. Throws: AppError "webhook.not_found", "event.too_deep", "event.backlog_full".
 */
export async function callWebhook(
  tx: OrgTx,
  place: RecordPlace,
  path: string,
  body: Json,
): Promise<void> {
  const endpoint = endpointOf(path)
  const inputs = { body, params: {}, headers: {}, method: "POST", path: `/${endpoint}` }
  const count = await announce(tx, place, { kind: endpointKind, subject: endpoint, inputs })
  if (count === 0) throw new AppError("webhook.not_found")
}
