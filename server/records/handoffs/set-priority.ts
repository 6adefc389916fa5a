import type { OrgTx } from "#db/transaction.ts"
import type { HandoffPriority } from "./request-handoff.ts"

/** Says how urgent a conversation is that needs a person; false for one that needs nobody. */
export async function setPriority(
  tx: OrgTx,
  orgId: string,
  conversationId: string,
  priority: HandoffPriority,
): Promise<boolean> {
  const rows = await tx.rows(
    `update handoffs set priority = $3
     where org_id = $1 and conversation_id = $2 and resolved_at is null returning id`,
    [orgId, conversationId, priority],
  )
  return rows.length > 0
}
