import type { RecordWork } from "../place.ts"

/** One message as a model is told of it. */
export interface RecentMessage {
  readonly seq: number
  readonly from: "bot" | "contact" | "agent"
  readonly text: string
}

/** What was said last in the conversation, in order. Reads: messages. Shape: `RecentMessage[]`. */
export function readRecent(count: number): RecordWork<RecentMessage[]> {
  return async (tx, { orgId, conversationId }) => {
    const rows = await tx.rows<RecentMessage>(
      `select seq, sender as "from", text from messages
       where org_id = $1 and conversation_id = $2 and text <> '' order by seq desc limit $3`,
      [orgId, conversationId, count],
    )
    return rows.reverse()
  }
}
