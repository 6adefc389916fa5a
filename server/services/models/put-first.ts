import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadAccount, loadAccounts } from "./load.ts"
import { AccountInput } from "./schema.ts"

/** Has an account asked before the others; they answer when it is down. Throws: AppError "model.account_not_found". */
export const putModelAccountFirst = defineVerb({
  name: "models.putFirst",
  permission: "models.update",
  input: AccountInput,
  audit: "model.accounts_ordered",
  run: async (context: ServiceContext, { accountId }): Promise<{ accountIds: string[] }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      const { botId } = await loadAccount(tx, orgId, accountId)
      const others = (await loadAccounts(tx, orgId, botId)).filter(({ id }) => id !== accountId)
      const accountIds = [accountId, ...others.map(({ id }) => id)]
      await tx.rows(
        `update model_accounts a set position = o.place
         from unnest($2::text[]) with ordinality as o(id, place) where a.org_id = $1 and a.id = o.id`,
        [orgId, accountIds],
      )
      const subject = { kind: "model_account", id: accountId } as const
      await recordAudit(tx, context, "model.accounts_ordered", subject)
      return { accountIds }
    })
  },
})
