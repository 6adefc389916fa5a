import { newId, type OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storableText } from "../storable.ts"

export interface AgentMessage {
  readonly orgId: OrgId
  readonly conversationId: string
  readonly text: string
  /** Who says it: from now on nothing the bot says is shown. */
  readonly userId: string
  readonly now: Date
  /** The channel is not read by sequence number: the message is put into the outbox too. */
  readonly hasOutbox: boolean
}

/**
 * Says what a person wrote, past the mailbox: it does not wait for a turn that is under way. The caller
 * has checked who may. Gives the sequence number; null when the conversation does not exist.
 *
 * Writes: conversations, messages, outbox.
 */
export async function appendAgentMessage(
  tx: OrgTx,
  { orgId, conversationId, text, userId, now, hasOutbox }: AgentMessage,
): Promise<number | null> {
  const [row] = await tx.rows<{ seq: number; channel: string }>(
    `update conversations set next_seq = next_seq + 1, last_at = $3,
       taken_over_by = coalesce(taken_over_by, $4), taken_over_at = coalesce(taken_over_at, $3)
     where org_id = $1 and id = $2 returning next_seq - 1 as seq, channel`,
    [orgId, conversationId, now, userId],
  )
  if (row === undefined) return null
  const id = newId("msg", now.getTime())
  await tx.rows(
    `insert into messages (org_id, id, conversation_id, seq, sender, kind, text, at)
     values ($1, $2, $3, $4, 'agent', 'text', $5, $6)`,
    [orgId, id, conversationId, row.seq, storableText(text), now],
  )
  if (hasOutbox)
    await tx.rows(
      `insert into outbox (org_id, id, conversation_id, message_id, seq, channel, payload, state, due)
       values ($1, $2, $3, $2, $4, $5, '{}', 'due', now())`,
      [orgId, id, conversationId, row.seq, row.channel],
    )
  return row.seq
}
