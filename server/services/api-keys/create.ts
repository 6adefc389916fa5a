import { randomBytes } from "node:crypto"
import { type BotId, type Id, newId, type ProvenOrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { hasPermission } from "#catalog/permissions.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { hashToken } from "../accounts/link-token.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { CreateKeyInput } from "./schema.ts"

const dayMs = 86_400_000
/** What stays readable of a key: enough to tell keys apart, far too little to guess the rest. */
const prefixChars = 9

export interface CreatedKey {
  readonly id: Id<"key">
  /** Told this once: only its hash is kept. */
  readonly key: string
}

/**
 * Makes a key for programs. It may do some of what its maker may, in all bots or in some.
 *
 * Throws: AppError "permission.denied" for what the maker may not, "key.limit", "bot.not_found".
 */
export const createKey = defineVerb({
  name: "apiKeys.create",
  permission: "keys.update",
  input: CreateKeyInput,
  audit: "api_key.created",
  run: async (context: ServiceContext, { name, scopes, botIds, days }): Promise<CreatedKey> => {
    const { orgId, userId, role, container } = context
    for (const permission of scopes)
      if (!hasPermission(role, permission))
        throw new AppError("permission.denied", { permission, actor: role })
    const now = container.clock.now()
    const id = newId("key", now.getTime())
    const key = `bw_${randomBytes(32).toString("base64url")}`
    const expiresAt = days === null ? null : new Date(now.getTime() + days * dayMs)
    await container.db.withOrg(orgId, async (tx) => {
      await countKeys(tx, orgId, now)
      await tx.rows(
        `insert into api_keys (org_id, id, name, key_hash, prefix, scopes, all_bots, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[orgId, id, name, hashToken(key), key.slice(0, prefixChars), [...new Set(scopes)]],
          ...[botIds === null, userId, now, expiresAt],
        ],
      )
      for (const botId of new Set(botIds)) await limitTo(tx, orgId, id, botId)
      const facts = { name, scopes, days, bots: botIds }
      await recordAudit(tx, context, "api_key.created", { kind: "api_key", id }, facts)
    })
    return { id, key }
  },
})

/** Locking the organization's row makes two at once count one after the other. */
async function countKeys(tx: OrgTx, orgId: ProvenOrgId, now: Date): Promise<void> {
  await tx.rows("select id from organizations where id = $1 for update", [orgId])
  const [count] = await tx.rows<{ used: number }>(
    `select count(*)::int as used from api_keys
     where org_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
    [orgId, now],
  )
  if ((count?.used ?? 0) >= limits.apiKeysPerOrg)
    throw new AppError("key.limit", { max: limits.apiKeysPerOrg })
}

async function limitTo(tx: OrgTx, orgId: ProvenOrgId, keyId: Id<"key">, botId: BotId) {
  await loadBot(tx, orgId, botId)
  await tx.rows("insert into api_key_bots (org_id, key_id, bot_id) values ($1, $2, $3)", [
    ...[orgId, keyId, botId],
  ])
}
