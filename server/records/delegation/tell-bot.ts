import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { checkBacklog, storeEvent } from "../events/store-event.ts"
import type { RecordPlace } from "../place.ts"
import { findBot } from "./find-bot.ts"

/**
 * Begins a conversation of another bot of the organization with a message, and waits for nothing. Gives the
 * id of the event.
 *
 * Writes: `inbound_events`. Throws: AppError "bot.not_found", "bot.not_published", "event.too_deep",
 * "event.backlog_full".
 */
export async function tellBot(
  tx: OrgTx,
  place: RecordPlace,
  named: string,
  message: string,
): Promise<string> {
  const { id: botId, versionId } = await findBot(tx, place, named)
  if (versionId === null) throw new AppError("bot.not_published", { bot: named })
  await checkBacklog(tx, { orgId: place.orgId, botId })
  return await storeEvent(
    tx,
    { ...place, botId },
    {
      ...{ kind: "event", source: "delegate", key: null, conversationId: null },
      ...{ script: null, entry: null, versionId: null, inputs: { message } },
      depth: (place.depth ?? 0) + 1,
      parentRunId: place.runId,
      delegated: { text: message, isTool: true },
    },
  )
}
