import type { ProvenOrgId, UserId } from "#catalog/ids.ts"
import type { Role } from "#catalog/permissions.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

/**
 * Reads a member's role and locks the owners, so that two changes at once cannot leave none.
 *
 * Throws: AppError "member.not_found".
 */
export async function lockMember(
  tx: OrgTx,
  orgId: ProvenOrgId,
  userId: UserId,
): Promise<{ role: Role; owners: number }> {
  const owners = await tx.rows(
    "select user_id from members where org_id = $1 and role = 'owner' order by user_id for update",
    [orgId],
  )
  const [member] = await tx.rows<{ role: Role }>(
    "select role from members where org_id = $1 and user_id = $2 for update",
    [orgId, userId],
  )
  if (member === undefined) throw new AppError("member.not_found")
  return { role: member.role, owners: owners.length }
}

/** Throws: AppError "org.last_owner" when this member is the only owner. */
export function checkNotLastOwner(member: { role: Role; owners: number }): void {
  if (member.role === "owner" && member.owners <= 1) throw new AppError("org.last_owner")
}
