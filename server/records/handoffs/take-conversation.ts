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
 * Gives a conversation to a person, past the mailbox: it does not wait for a turn that is under way. When the
 * person took it, nothing the bot says from this moment on is shown. A script that assigns it takes it away
 * from who had it, and may finish its own turn.
 *
 * Writes: conversations, handoffs.
 */
export async function takeConversation(
  tx: OrgTx,
  { orgId, conversationId, userId, now }: Taking,
  by: "person" | "script" = "person",
): Promise<Taken> {
  const [row] = await tx.rows<{ bot_id: string; holder: string | null }>(
    `select c.bot_id, coalesce(c.taken_over_by, (select h.assigned_to from handoffs h
       where h.org_id = c.org_id and h.conversation_id = c.id and h.resolved_at is null)) as holder
     from conversations c where c.org_id = $1 and c.id = $2 for update of c`,
    [orgId, conversationId],
  )
  if (row === undefined) return { answer: "missing" }
  if (row.holder !== null && row.holder !== userId && by === "person")
    return { answer: "held", holder: row.holder }
  await tx.rows(
    `update conversations set taken_over_at = coalesce(taken_over_at, $4),
       taken_over_by = case when $5 or taken_over_by is not null then $3 end
     where org_id = $1 and id = $2`,
    [orgId, conversationId, userId, now, by === "person"],
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
