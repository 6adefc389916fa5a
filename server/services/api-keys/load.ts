import type { Id } from "#catalog/ids.ts"
import { hasPermission } from "#catalog/permissions.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"

/** Whose keys a member sees and changes: all of the organization's, or those of their own making. */
export const isTheirs = "($2 or k.created_by = $3)"
export const whoseKeys = ({ orgId, role, userId }: ServiceContext) =>
  [orgId, hasPermission(role, "keys.oversee"), userId] as const

/** A key that still opens something, locked. Throws: AppError "key.not_found", for keys of others too. */
export async function lockKey(
  tx: OrgTx,
  context: ServiceContext,
  keyId: Id<"key">,
): Promise<{ name: string }> {
  const [key] = await tx.rows<{ name: string }>(
    `select name from api_keys k
     where org_id = $1 and ${isTheirs} and id = $4 and revoked_at is null for update`,
    [...whoseKeys(context), keyId],
  )
  if (key === undefined) throw new AppError("key.not_found")
  return key
}
