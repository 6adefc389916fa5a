import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { findConversationId } from "./find-conversation.ts"

const maxMessages = 200

/**
 * What was said in a conversation of this bot, and in the others of the same contact: the newest 200.
 *
 * Shape: {success, conversations, items: [{conversation_id, from, text, at}]}, the oldest first.
 */
export async function readHistory(tx: OrgTx, place: RecordPlace, wanted: string): Promise<Json> {
  const { orgId, botId } = place
  const id = await findConversationId(tx, place, wanted)
  if (id === null) return { success: false, conversations: 0, items: [] }
  const rows = await tx.rows<{ conversation_id: string; from: string; text: string; at: Date }>(
    `select m.conversation_id, m.sender as "from", m.text, m.at from messages m
     join conversations c on c.org_id = m.org_id and c.id = m.conversation_id
     join conversations own on own.org_id = $1 and own.id = $3
     where m.org_id = $1 and c.bot_id = $2 and (c.id = own.id or c.contact_id = own.contact_id)
     order by m.at desc, m.seq desc limit $4`,
    [orgId, botId, id, maxMessages],
  )
  const items = rows.reverse().map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  return {
    success: true,
    conversations: new Set(rows.map((row) => row.conversation_id)).size,
    items,
  }
}
