import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { announce } from "./announce.ts"
import { subjectOf } from "./find-handlers.ts"
import { storeEvent } from "./store-event.ts"

/**
 * Publishes an event on the bot's bus: each ON EVENT of this name runs once, and each conversation of
 * the bot that waits for it goes on. Gives how many there are.
 *
 * Writes: `inbound_events`. Throws: AppError "event.too_deep", "event.backlog_full".
 */
export async function publishEvent(
  tx: OrgTx,
  place: RecordPlace,
  name: string,
  value: Json,
): Promise<number> {
  const inputs = { ...fieldsOf(value), event: name, data: value }
  const started = await announce(tx, place, { kind: "bus", subject: name, inputs })
  const woken = await findWaiting(tx, place, name)
  for (const { id, waitId } of woken)
    await storeEvent(tx, place, {
      ...{ kind: "event", source: "event", key: null, conversationId: id, waitId },
      ...{ script: null, entry: null, versionId: null, inputs: { data: value } },
      depth: (place.depth ?? 0) + 1,
    })
  return started + woken.length
}

/** Conversations that wait for an event of this name. Reads: `conversations`. */
async function findWaiting(
  tx: OrgTx,
  { orgId, botId }: RecordPlace,
  name: string,
): Promise<{ id: string; waitId: string }[]> {
  return await tx.rows(
    `select id, waiting->>'id' as "waitId" from conversations
     where org_id = $1 and bot_id = $2 and waiting->>'kind' = 'event' and waiting->>'event' = $3
     order by id limit $4::int`,
    [orgId, botId, subjectOf(name), limits.wokenPerEvent],
  )
}

function fieldsOf(value: Json): Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}
}
