import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError, isAppError } from "#server/errors/app-error.ts"
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

/**
 * The same for several, each by itself: who is not there or not published is told with the others.
 *
 * Shape: {success, total, sent, failed, results: [{recipient, success, status, message_id, error}]}.
 * Writes: `inbound_events`. Throws: AppError "event.too_deep", "event.backlog_full".
 */
export async function tellBots(
  tx: OrgTx,
  place: RecordPlace,
  names: readonly string[],
  message: string,
): Promise<Json> {
  const results: { [key: string]: Json }[] = []
  for (const recipient of names) {
    try {
      const message_id = await tellBot(tx, place, recipient, message)
      results.push({ recipient, success: true, status: "queued", message_id, error: null })
    } catch (error) {
      const isGone = isAppError(error, "bot.not_found") || isAppError(error, "bot.not_published")
      if (!isGone) throw error
      results.push({ recipient, success: false, error: error.text.detail })
    }
  }
  const failed = results.filter(({ success }) => success === false).length
  const sent = results.length - failed
  return { success: failed === 0, total: results.length, sent, failed, results }
}
