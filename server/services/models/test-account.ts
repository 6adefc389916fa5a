import { findModelProvider } from "#catalog/models/index.ts"
import { ModelFailure } from "#server/models/port.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { spend } from "../spend.ts"
import { loadAccount } from "./load.ts"
import { AccountInput } from "./schema.ts"

export interface AccountTest {
  readonly isAnswered: boolean
  /** What went wrong, in a sentence; empty when nothing did. */
  readonly problem: string
  readonly ms: number
}

const timeoutMs = 20_000

/** Asks an account's own model for one word. Throws: AppError "model.account_not_found", "request.too_many". */
export const testModelAccount = defineVerb({
  name: "models.testAccount",
  permission: "models.update",
  input: AccountInput,
  audit: "model.account_tested",
  run: async (context: ServiceContext, { accountId }): Promise<AccountTest> => {
    const { orgId, container } = context
    await spend(container, "testModel", orgId)
    const account = await container.db.withOrg(orgId, async (tx) => {
      const found = await loadAccount(tx, orgId, accountId)
      const subject = { kind: "model_account", id: accountId } as const
      await recordAudit(tx, context, "model.account_tested", subject)
      return found
    })
    const provider = findModelProvider(account.provider)
    if (provider === null) return { isAnswered: false, problem: "", ms: 0 }
    const key = account.keySealed === null ? null : container.seal.open(account.keySealed)
    const began = performance.now()
    const took = () => Math.round(performance.now() - began)
    try {
      await container.models.ask(
        { provider, url: account.url, key },
        {
          ...{ model: account.models.default ?? "", system: null, temperature: null, timeoutMs },
          ...{
            messages: [{ role: "user", text: "Reply with the word OK." }],
            maxOutputTokens: 200,
          },
        },
      )
      return { isAnswered: true, problem: "", ms: took() }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      return { isAnswered: false, problem: error.message, ms: took() }
    }
  },
})
