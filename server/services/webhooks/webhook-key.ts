import { randomBytes } from "node:crypto"
import type { BotId, OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { Container } from "#server/container.ts"
import { hashToken } from "../accounts/link-token.ts"

export interface WebhookKey {
  readonly tokenHash: string
  readonly tokenSealed: string
  readonly mustSign: boolean
  readonly secretSealed: string | null
}

/** Reads the key of a bot's webhook addresses; null before it has one. Reads: `webhook_keys`. */
export async function findWebhookKey(
  tx: OrgTx,
  orgId: OrgId,
  botId: string,
): Promise<WebhookKey | null> {
  const [row] = await tx.rows<WebhookKey>(
    `select token_hash as "tokenHash", token_sealed as "tokenSealed", must_sign as "mustSign",
       secret_sealed as "secretSealed"
     from webhook_keys where org_id = $1 and bot_id = $2`,
    [orgId, botId],
  )
  return row ?? null
}

/** Gives a bot a new key: 192 bits in its addresses, and 256 to sign with. The old addresses stop at once. Writes: `webhook_keys`. */
export async function renewWebhookKey(
  tx: OrgTx,
  { seal, clock }: Pick<Container, "seal" | "clock">,
  orgId: OrgId,
  botId: BotId,
): Promise<void> {
  const token = randomBytes(24).toString("base64url")
  const secret = `whs_${randomBytes(32).toString("base64url")}`
  await tx.rows(
    `insert into webhook_keys (org_id, bot_id, token_hash, token_sealed, secret_sealed, updated_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (org_id, bot_id) do update set token_hash = excluded.token_hash,
       token_sealed = excluded.token_sealed, secret_sealed = excluded.secret_sealed,
       updated_at = excluded.updated_at`,
    [orgId, botId, hashToken(token), seal.close(token), seal.close(secret), clock.now()],
  )
}
