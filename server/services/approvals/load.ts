import type { Json } from "#basic/vm/value.ts"
import type { Id, OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

export interface LockedApproval {
  readonly id: string
  readonly botId: string
  readonly conversationId: string
  readonly versionId: string
  readonly tool: string
  readonly script: string
  readonly entry: string | null
  readonly inputs: Readonly<Record<string, Json>>
  readonly approver: string
  readonly language: string
  readonly state: "waiting" | "approved" | "declined"
  readonly expiresAt: Date
}

/** An approval, held until the transaction ends. Throws: AppError "approval.not_found". */
export async function lockApproval(
  tx: OrgTx,
  orgId: OrgId,
  id: Id<"apv">,
): Promise<LockedApproval> {
  const [row] = await tx.rows<LockedApproval>(
    `select id, bot_id as "botId", conversation_id as "conversationId", version_id as "versionId", tool, script, entry,
       inputs, approver, language, state, expires_at as "expiresAt"
     from approvals where org_id = $1 and id = $2 for update`,
    [orgId, id],
  )
  if (row === undefined) throw new AppError("approval.not_found")
  return row
}
