import type { Json } from "#basic/vm/value.ts"
import type { BotId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { checkBacklog, storeEvent } from "../events/store-event.ts"
import type { RecordPlace } from "../place.ts"
import { findBot } from "./find-bot.ts"

export interface Delegation {
  /** The slug or the name of a bot of the same organization. */
  readonly bot: string
  readonly message: string
  /** What the program handed over, as it was; its variable `message`. */
  readonly value: Json
  /** The wait that the reply will end. */
  readonly waitId: string
  /** Which of several it is, where one wait is ended by several replies. */
  readonly branch?: { readonly index: number; readonly name: string } | undefined
}

/**
 * Begins a conversation of another bot with a message; when it ends, or waits for a person, its reply comes
 * back as an event for `waitId`. Gives the other bot's id.
 *
 * Writes: `inbound_events`. Throws: AppError "bot.not_found", "bot.not_published", "event.too_deep",
 * "event.backlog_full".
 */
export async function askBot(
  tx: OrgTx,
  place: RecordPlace,
  { bot, message, value, waitId, branch }: Delegation,
): Promise<BotId> {
  const found = await findBot(tx, place, bot)
  if (found.versionId === null) throw new AppError("bot.not_published", { bot })
  await checkBacklog(tx, { orgId: place.orgId, botId: found.id })
  await storeEvent(
    tx,
    { ...place, botId: found.id },
    {
      ...{ kind: "event", source: "delegate", conversationId: null },
      key: branch === undefined ? waitId : `${waitId}/${branch.index}`,
      ...{ script: null, entry: null, versionId: null, inputs: { message: value } },
      depth: (place.depth ?? 0) + 1,
      parentRunId: place.runId,
      delegated: {
        text: message,
        isTool: true,
        replyTo: {
          ...{ botId: place.botId, conversationId: place.conversationId, waitId },
          ...(branch && { branch }),
        },
      },
    },
  )
  return found.id
}
