import type { Database } from "#db/client.ts"
import type { Seal } from "#server/infra/seal/port.ts"
import { priceOf } from "#server/keywords/model/price.ts"
import { ModelFailure, type Models } from "#server/models/port.ts"
import { openAccount } from "#server/records/models/open-account.ts"
import { readModels } from "#server/records/models/read-models.ts"
import { recordUsage } from "#server/records/models/record-usage.ts"
import type { AskJudge } from "./judge-answer.ts"
import type { LeasedRun } from "./run-store.ts"

export interface JudgeParts {
  readonly db: Database
  readonly models: Pick<Models, "ask">
  readonly seal: Pick<Seal, "open">
  readonly now: () => number
}

/** What judging costs stands beside the answers. Units: US dollars. */
export interface Judge {
  readonly ask: AskJudge
  takeCost(): number
}

const maxOutputTokens = 800
const timeoutMs = 60_000

/** A judge asks the accounts of the bot and its organization in their order, within every budget. */
export function openJudge(parts: JudgeParts, run: LeasedRun): Judge {
  let dollars = 0
  const ask: AskJudge = async (system, text) => {
    const { accounts, isSpent } = await readJudges(parts, run)
    if (isSpent) return null
    for (const { account, model } of accounts) {
      const question = { model, system, messages: [{ role: "user" as const, text }] }
      const wish = { ...question, maxOutputTokens, temperature: null, timeoutMs }
      const beganMs = performance.now()
      try {
        const answer = await parts.models.ask(account, wish)
        const cost = priceOf({ account, model }, answer) ?? 0
        dollars += cost
        const costMicros = Math.ceil(cost * 1e6)
        const { inputTokens, cachedTokens, outputTokens } = answer
        const use = recordUsage({
          ...{ keyword: "EVALUATE", provider: account.provider.id, model, costMicros },
          ...{ inputTokens, cachedTokens, outputTokens, prompt: null },
          tookMs: Math.round(performance.now() - beganMs),
        })
        await parts.db.withOrg(run.orgId, (tx) => use(tx, placeOf(parts, run)))
        return answer.text
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error
      }
    }
    return null
  }
  const takeCost = () => {
    const taken = dollars
    dollars = 0
    return taken
  }
  return { ask, takeCost }
}

/** Nobody talks here: what is spent counts for the bot and its organization. */
const placeOf = ({ now }: JudgeParts, { orgId, botId }: LeasedRun) => ({
  ...{ orgId, botId, conversationId: "", contactId: null, nowMs: now() },
})

async function readJudges(parts: JudgeParts, run: LeasedRun) {
  const found = await parts.db.withOrg(run.orgId, (tx) => readModels([])(tx, placeOf(parts, run)))
  const { accounts, budgets } = found
  const opened = accounts.flatMap((stored) => {
    const { account, models } = openAccount(stored, (sealed) => parts.seal.open(sealed)) ?? {}
    const model = models?.quality ?? models?.default
    return account === undefined || model === undefined ? [] : [{ account, model }]
  })
  const isSpent = budgets.some(({ amountMicros, spentMicros }) => spentMicros >= amountMicros)
  return { accounts: opened, isSpent }
}
