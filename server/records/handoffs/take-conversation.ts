import { newId, type OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"

export interface Taking {
  readonly orgId: OrgId
  readonly conversationId: string
  readonly userId: string
  readonly now: Date
}

/** What came of taking a conversation over; `holder` has it already. */
export type Taken =
  | { readonly answer: "taken" | "missing" }
  | { readonly answer: "held"; readonly holder: string }

/**
 * Gives a conversation to a person: from this moment on nothing the bot says in it is shown. It goes past
 * the mailbox, so it does not wait for a turn that is under way.
 *
 * Writes: conversations, handoffs. With `isForced` it is taken away from who has it.
 */
export async function takeConversation(
  tx: OrgTx,
  { orgId, conversationId, userId, now }: Taking,
  isForced = false,
): Promise<Taken> {
  const [row] = await tx.rows<{ bot_id: string; holder: string | null }>(
    `select bot_id, taken_over_by as holder from conversations where org_id = $1 and id = $2 for update`,
    [orgId, conversationId],
  )
  if (row === undefined) return { answer: "missing" }
  if (row.holder !== null && row.holder !== userId && !isForced)
    return { answer: "held", holder: row.holder }
  await tx.rows(
    `update conversations set taken_over_by = $3, taken_over_at = coalesce(taken_over_at, $4)
     where org_id = $1 and id = $2`,
    [orgId, conversationId, userId, now],
  )
  await tx.rows(
    `insert into handoffs (org_id, id, bot_id, conversation_id, state, assigned_to, created_at, taken_at)
     values ($1, $2, $3, $4, 'active', $5, $6, $6)
     on conflict (org_id, conversation_id) where resolved_at is null
     do update set state = 'active', assigned_to = excluded.assigned_to, taken_at = excluded.taken_at`,
    [orgId, newId("hnd", now.getTime()), row.bot_id, conversationId, userId, now],
  )
  return { answer: "taken" }
}
