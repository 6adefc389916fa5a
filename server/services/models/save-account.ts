import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { findModelProvider } from "#catalog/models/index.ts"
import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type ListedAccount, loadAccount, loadAccounts } from "./load.ts"
import { SaveAccountInput } from "./schema.ts"

/**
 * Adds an account with a provider, or changes one. A key belongs to the address it was given for: with another
 * address it has to be given again.
 *
 * Throws: AppError "model.account_not_found", "model.key_missing", "model.accounts_full", "bot.not_found".
 */
export const saveModelAccount = defineVerb({
  name: "models.saveAccount",
  permission: "models.update",
  input: SaveAccountInput,
  audit: "model.account_saved",
  run: async (context: ServiceContext, input): Promise<ListedAccount> => {
    const { orgId, container } = context
    const provider = findModelProvider(input.provider)
    const url = (input.url ?? provider?.url ?? "").replace(/\/+$/, "")
    if (provider === null || url === "")
      throw new AppError("request.refused", {
        problems: ["url must be the address of the service"],
      })
    const { origin } = new URL(url)
    return await container.db.withOrg(orgId, async (tx) => {
      const { accountId } = input
      const known = accountId === undefined ? null : await loadAccount(tx, orgId, accountId)
      const botId = known === null ? (input.botId ?? null) : known.botId
      if (input.botId !== undefined) await loadBot(tx, orgId, input.botId)
      const others = await loadAccounts(tx, orgId, botId)
      if (known === null && others.length >= limits.modelAccounts)
        throw new AppError("model.accounts_full", { max: limits.modelAccounts })
      const kept = known?.keyOrigin === origin ? known.keySealed : null
      const sealed = input.key === undefined ? kept : container.seal.close(input.key)
      if (sealed === null && provider.needsKey)
        throw new AppError("model.key_missing", { provider: provider.label, host: origin })
      const now = container.clock.now()
      const id = known?.id ?? newId("mac", now.getTime())
      await tx.rows(
        `insert into model_accounts (org_id, id, bot_id, position, provider, url, key_origin, key_sealed, models,
           is_active, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $11)
         on conflict (org_id, id) do update set provider = excluded.provider, url = excluded.url,
           key_origin = excluded.key_origin, key_sealed = excluded.key_sealed, models = excluded.models,
           is_active = excluded.is_active, updated_at = excluded.updated_at`,
        [
          ...[orgId, id, botId, others.length + 1, provider.id, url],
          ...[sealed === null ? null : origin, sealed, JSON.stringify(input.models)],
          ...[input.isActive, now],
        ],
      )
      const details = { provider: provider.id, isKeyNew: input.key !== undefined }
      const subject = { kind: "model_account", id } as const
      await recordAudit(tx, context, "model.account_saved", subject, details)
      const { keySealed: _, ...saved } = await loadAccount(tx, orgId, id)
      return saved
    })
  },
})
