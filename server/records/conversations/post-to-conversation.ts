import { newId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storeForConversation } from "../handoffs/resolve-handoff.ts"
import type { RecordPlace } from "../place.ts"
import { findConversationId } from "./find-conversation.ts"

/**
 * Says something in another live conversation of the same bot, in that conversation's own order.
 *
 * Gives the message's event, or null when there is no such conversation. Writes: inbound_events.
 */
export async function postToConversation(
  tx: OrgTx,
  place: RecordPlace,
  wanted: string,
  text: string,
): Promise<string | null> {
  const { orgId, botId, nowMs } = place
  const conversationId = wanted.trim() === "" ? null : await findConversationId(tx, place, wanted)
  if (conversationId === null) return null
  const id = newId("evt", nowMs)
  await storeForConversation(tx, {
    ...{ orgId, id, botId, conversationId, kind: "post", key: id, payload: { text } },
  })
  return id
}
