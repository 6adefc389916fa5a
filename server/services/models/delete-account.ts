import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadAccount } from "./load.ts"
import { AccountInput } from "./schema.ts"

/** Removes an account, and its key with it. Throws: AppError "model.account_not_found". */
export const deleteModelAccount = defineVerb({
  name: "models.deleteAccount",
  permission: "models.update",
  input: AccountInput,
  audit: "model.account_deleted",
  run: async (context: ServiceContext, { accountId }): Promise<{ id: string }> => {
    const { orgId, container } = context
    await container.db.withOrg(orgId, async (tx) => {
      const { provider } = await loadAccount(tx, orgId, accountId)
      await tx.rows("delete from model_accounts where org_id = $1 and id = $2", [orgId, accountId])
      const subject = { kind: "model_account", id: accountId } as const
      await recordAudit(tx, context, "model.account_deleted", subject, { provider })
    })
    return { id: accountId }
  },
})
