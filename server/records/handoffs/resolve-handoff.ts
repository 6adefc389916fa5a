import { newId, type OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"

export interface Resolution {
  readonly orgId: OrgId
  readonly conversationId: string
  readonly reason: string
  /** Where the bot goes on: at its open question, or anew with the next message. */
  readonly goOn: "here" | "end"
  readonly now: Date
}

/**
 * Ends a hand-off: the bot answers again. An event tells the bot's run, in the conversation's own order.
 *
 * Gives false when the conversation does not exist or needs nobody. Writes: conversations, handoffs, inbound_events.
 */
export async function resolveHandoff(
  tx: OrgTx,
  { orgId, conversationId, reason, goOn, now }: Resolution,
): Promise<boolean> {
  const [row] = await tx.rows<{ bot_id: string }>(
    `update conversations set taken_over_at = null, taken_over_by = null
     where org_id = $1 and id = $2 and taken_over_at is not null returning bot_id`,
    [orgId, conversationId],
  )
  if (row === undefined) return false
  const [ended] = await tx.rows<{ id: string }>(
    `update handoffs set state = 'resolved', resolved_at = $3, reason = $4
     where org_id = $1 and conversation_id = $2 and resolved_at is null returning id`,
    [orgId, conversationId, now, reason],
  )
  const id = newId("evt", now.getTime())
  await storeForConversation(tx, {
    ...{ orgId, id, botId: row.bot_id, conversationId, kind: "hand_back" },
    ...{ key: ended?.id ?? id, payload: { choice: goOn } },
  })
  return true
}

export interface ConversationEvent {
  readonly orgId: OrgId
  readonly id: string
  readonly botId: string
  readonly conversationId: string
  readonly kind: "hand_back" | "post"
  readonly key: string
  readonly payload: { readonly choice?: string; readonly text?: string }
}

/** Stores an event of the product's own for a conversation; whoever finds it due runs it soon. */
export async function storeForConversation(tx: OrgTx, event: ConversationEvent): Promise<void> {
  const { orgId, id, botId, conversationId, kind, key, payload } = event
  await tx.rows("select engine_store_event($1::text::jsonb)", [
    JSON.stringify({
      ...{ org_id: orgId, id, bot_id: botId, conversation_id: conversationId, kind, key, payload },
      ...{ source: kind, body_hash: "", delay_ms: 0 },
    }),
  ])
}
