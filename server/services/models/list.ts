import { type ModelTask, modelTasks } from "#catalog/models/define.ts"
import { modelProviders } from "#catalog/models/index.ts"
import { listKnownModels } from "#server/keywords/model/known-models.ts"
import { monthOf } from "#server/records/models/read-models.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type ListedAccount, loadAccounts } from "./load.ts"
import { type BudgetScope, ListModelsInput } from "./schema.ts"

export interface ListedBudget {
  readonly scope: BudgetScope
  /** Null: it holds for every bot. */
  readonly botId: string | null
  /** Units: US dollars. */
  readonly dollars: number
  readonly warnPercent: number
}
export interface ModelSettings {
  readonly accounts: readonly ListedAccount[]
  readonly budgets: readonly ListedBudget[]
  /** What was spent this month, by bot and model, the dearest first. */
  readonly spent: readonly SpentOnModel[]
  readonly providers: readonly {
    id: string
    label: string
    url: string | null
    needsKey: boolean
    /** Models it is known to have, by the table of prices. */
    known: string[]
    /** What it does besides answering. */
    tasks: ModelTask[]
  }[]
}
export interface SpentOnModel {
  readonly bot: string
  readonly model: string
  readonly questions: number
  readonly tokens: number
  /** Of them, those the service had kept from before and takes less for. */
  readonly keptTokens: number
  readonly dollars: number
}

/** Whom an organization, or one of its bots, asks for answers, and what that may cost and did cost. No key is told. */
export const listModelSettings = defineVerb({
  name: "models.list",
  permission: "models.read",
  input: ListModelsInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<ModelSettings> =>
    container.db.withOrg(orgId, async (tx) => {
      if (botId !== undefined) await loadBot(tx, orgId, botId)
      const accounts = await loadAccounts(tx, orgId, botId ?? null)
      const budgets = await tx.rows<ListedBudget>(
        `select scope, bot_id as "botId", amount_micros / 1e6::float8 as dollars, warn_percent as "warnPercent"
         from model_budgets where org_id = $1 and bot_id is not distinct from $2 order by scope`,
        [orgId, botId ?? null],
      )
      const spent = await tx.rows<SpentOnModel>(
        `select b.name as bot, u.model, count(*)::int as questions,
           sum(u.input_tokens + u.output_tokens)::float8 as tokens,
           sum(u.cached_tokens)::float8 as "keptTokens", sum(u.cost_micros) / 1e6::float8 as dollars
         from model_usage u join bots b on b.org_id = u.org_id and b.id = u.bot_id
         where u.org_id = $1 and ($2::text is null or u.bot_id = $2) and u.at >= $3::date
         group by b.id, b.name, u.model order by dollars desc, tokens desc limit 50`,
        [orgId, botId ?? null, monthOf(container.clock.now().getTime())],
      )
      const providers = modelProviders.map((provider) => {
        const { id, label, url, needsKey } = provider
        const tasks = modelTasks.filter((task) => provider[task] !== undefined)
        return { id, label, url, needsKey, tasks, known: listKnownModels(provider) }
      })
      return { accounts, budgets, spent, providers }
    }),
})
