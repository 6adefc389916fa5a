import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { endpointKind, endpointOf } from "./apply-declarations.ts"
import { checkBacklog, storeEvent } from "./store-event.ts"

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
  const [found] = await tx.rows<{ script: string; entry: string | null; versionId: string }>(
    `select script, entry, version_id as "versionId" from event_handlers
     where org_id = $1 and bot_id = $2 and kind = $3 and subject = $4 order by number limit 1`,
    [place.orgId, place.botId, endpointKind, endpoint],
  )
  if (found === undefined) throw new AppError("webhook.not_found")
  await checkBacklog(tx, place)
  await storeEvent(tx, place, {
    ...{ kind: "event", source: "event", key: null, conversationId: null },
    ...{ ...found, inputs, depth: (place.depth ?? 0) + 1 },
  })
}
