import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError, isAppError } from "#server/errors/app-error.ts"
import { findAttendant } from "../attendants/find-attendant.ts"
import { storeEvent } from "../events/store-event.ts"
import { requestHandoff } from "../handoffs/request-handoff.ts"
import type { RecordPlace } from "../place.ts"
import { hasTeam } from "../teams/change-teams.ts"
import { type FoundBot, findBot } from "./find-bot.ts"

/**
 * Hands the conversation over to whoever is named: a bot of the organization, else a person who answers
 * conversations, else a group the bot keeps. A bot begins by an event of its own; a person or a group gets
 * the conversation into the inbox.
 *
 * Shape: {bot: its id} or {bot: null}. Writes: `inbound_events`, or `handoffs` and `conversations`.
 * Throws: AppError "bot.not_found", "bot.not_published", "event.too_deep".
 */
export async function handOver(tx: OrgTx, place: RecordPlace, named: string): Promise<Json> {
  const to = named.trim().slice(0, limits.nameChars)
  const bot = await findNamedBot(tx, place, to)
  if (bot !== null) return await beginBot(tx, place, to, bot)
  const person = await findAttendant(tx, place.orgId, to)
  if (person === null && !(await hasTeam(tx, place, to)))
    throw new AppError("bot.not_found", { bot: to })
  await requestHandoff(tx, place, { wanted: to, priority: "normal", context: "" })
  return { bot: null }
}

async function findNamedBot(tx: OrgTx, place: RecordPlace, to: string): Promise<FoundBot | null> {
  try {
    return await findBot(tx, place, to)
  } catch (error) {
    if (isAppError(error, "bot.not_found")) return null
    throw error
  }
}

async function beginBot(
  tx: OrgTx,
  place: RecordPlace,
  to: string,
  { id, versionId }: FoundBot,
): Promise<Json> {
  if (versionId === null) throw new AppError("bot.not_published", { bot: to })
  await storeEvent(
    tx,
    { ...place, botId: id },
    {
      ...{ kind: "event", source: "handover", key: null, isHandover: true },
      ...{ script: null, entry: null, versionId, inputs: {} },
      conversationId: place.conversationId,
      depth: (place.depth ?? 0) + 1,
      parentRunId: place.runId,
    },
  )
  return { bot: id }
}
