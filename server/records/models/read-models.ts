import type { OrgTx } from "#db/transaction.ts"
import type { RecordWork } from "../place.ts"
import { readSettings, type StoredSettings } from "../settings/read-settings.ts"

/** An account as it is stored: its key is sealed. */
export interface StoredModelAccount {
  readonly id: string
  readonly provider: string
  readonly url: string
  readonly keyOrigin: string | null
  readonly keySealed: string | null
  readonly models: Readonly<Record<string, string>>
}

/** A budget with what was spent of it in its period. Units: millionths of a US dollar. */
export interface StoredBudget {
  readonly scope: "organization" | "bot" | "contact" | "conversation"
  readonly amountMicros: number
  readonly spentMicros: number
  readonly warnPercent: number
}

export interface StoredModels {
  readonly settings: StoredSettings
  /** In the order they are tried: those of the bot before those of the organization. */
  readonly accounts: readonly StoredModelAccount[]
  readonly budgets: readonly StoredBudget[]
}

/**
 * Reads who may be asked for a bot and what is left of its budgets.
 *
 * Reads: bot_settings, model_accounts, model_budgets, model_spend.
 */
export function readModels(settingNames: readonly string[]): RecordWork<StoredModels> {
  return async (tx, place) => {
    const { orgId, botId, conversationId, contactId, nowMs } = place
    const settings = await readSettings(settingNames)(tx, place)
    const accounts = await listActiveAccounts(tx, orgId, botId)
    const budgets = await tx.rows<StoredBudget>(
      `select b.scope, b.amount_micros::float8 as "amountMicros", b.warn_percent as "warnPercent",
         coalesce(s.cost_micros, 0)::float8 as "spentMicros"
       from model_budgets b left join model_spend s on s.org_id = b.org_id and s.scope = b.scope
         and s.subject = case b.scope when 'organization' then b.org_id when 'bot' then $2
           when 'contact' then $3 else $4 end
         and s.period = case b.scope when 'conversation' then date '1970-01-01' else $5::date end
       where b.org_id = $1 and (b.bot_id is null or b.bot_id = $2) order by b.scope`,
      [orgId, botId, contactId ?? "", conversationId, monthOf(nowMs)],
    )
    return { settings, accounts, budgets }
  }
}

/** Those of the bot before those of the organization, in their order. */
export async function listActiveAccounts(
  tx: OrgTx,
  orgId: string,
  botId: string,
): Promise<StoredModelAccount[]> {
  return await tx.rows<StoredModelAccount>(
    `select id, provider, url, key_origin as "keyOrigin", key_sealed as "keySealed", models
     from model_accounts where org_id = $1 and is_active and (bot_id is null or bot_id = $2)
     order by bot_id is null, position, id`,
    [orgId, botId],
  )
}

/** The first day of the month, in UTC. */
export const monthOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 7)}-01`
