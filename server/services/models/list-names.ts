import { ModelFailure } from "#server/models/port.ts"
import { openAccount } from "#server/records/models/open-account.ts"
import { listActiveAccounts } from "#server/records/models/read-models.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { loadAccount } from "./load.ts"
import { AccountInput } from "./schema.ts"

/** Nobody waits long for suggestions. */
const timeoutMs = 5_000

/**
 * The models an account's own service has, for one that speaks as OpenAI does: those a program at home has fetched.
 * None where it does not say.
 *
 * Throws: AppError "model.account_not_found", "request.too_many".
 */
export const listModelNames = defineVerb({
  name: "models.names",
  permission: "models.update",
  input: AccountInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { accountId }): Promise<string[]> => {
    await spend(container, "testModel", orgId)
    const stored = await container.db.withOrg(orgId, async (tx) => {
      const { botId } = await loadAccount(tx, orgId, accountId)
      const active = await listActiveAccounts(tx, orgId, botId ?? "")
      return active.find(({ id }) => id === accountId) ?? null
    })
    const opened = stored && openAccount(stored, (sealed) => container.seal.open(sealed))
    if (opened?.account.provider.protocol !== "openai") return []
    try {
      return await container.models.listNames(opened.account, { timeoutMs })
    } catch (error) {
      if (error instanceof ModelFailure) return []
      throw error
    }
  },
})
