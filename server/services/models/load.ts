import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ModelNeedName } from "./schema.ts"

/** An account without its key. */
export interface ListedAccount {
  readonly id: string
  /** Null: it serves every bot. */
  readonly botId: string | null
  readonly provider: string
  readonly url: string
  /** There is one, and it is sent to `keyOrigin` alone. */
  readonly hasKey: boolean
  readonly keyOrigin: string | null
  readonly models: Partial<Record<ModelNeedName, string>>
  readonly isActive: boolean
}

const columns = `id, bot_id as "botId", provider, url, key_sealed is not null as "hasKey",
  key_origin as "keyOrigin", models, is_active as "isActive"`

/** The accounts of a bot, or those of the organization, in the order they are asked. */
export async function loadAccounts(
  tx: OrgTx,
  orgId: string,
  botId: string | null,
): Promise<ListedAccount[]> {
  return await tx.rows<ListedAccount>(
    `select ${columns} from model_accounts where org_id = $1 and bot_id is not distinct from $2
     order by position, id`,
    [orgId, botId],
  )
}

/** Throws: AppError "model.account_not_found". */
export async function loadAccount(
  tx: OrgTx,
  orgId: string,
  id: string,
): Promise<ListedAccount & { readonly keySealed: string | null }> {
  const [row] = await tx.rows<ListedAccount & { keySealed: string | null }>(
    `select ${columns}, key_sealed as "keySealed" from model_accounts where org_id = $1 and id = $2`,
    [orgId, id],
  )
  if (row === undefined) throw new AppError("model.account_not_found")
  return row
}
