import { newId, type OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { monthOf } from "./read-models.ts"

/** Texts that a provider placed among others. */
export interface EmbeddingUse {
  readonly orgId: OrgId
  readonly botId: string
  readonly provider: string
  readonly model: string
  readonly tokens: number
  /** Units: millionths of a US dollar. */
  readonly costMicros: number
  readonly nowMs: number
}

/** Notes what embedding cost, for the bot and the organization. Writes: model_usage, model_spend. */
export async function recordEmbedding(tx: OrgTx, use: EmbeddingUse): Promise<void> {
  const { orgId, botId, tokens, costMicros, nowMs } = use
  await tx.rows(
    `insert into model_usage (org_id, id, bot_id, keyword, provider, model, input_tokens, output_tokens, cost_micros, at)
     values ($1, $2, $3, 'KNOWLEDGE', $4, $5, $6, 0, $7, $8)`,
    [
      ...[orgId, newId("mus", nowMs), botId, use.provider, use.model, tokens, costMicros],
      new Date(nowMs),
    ],
  )
  // In the order of every other writer, so that two never wait for each other in a circle.
  await tx.rows(
    `insert into model_spend (org_id, scope, subject, period, tokens, cost_micros)
     values ($1, 'bot', $2, $3::date, $4, $5), ($1, 'organization', $1, $3::date, $4, $5)
     on conflict (org_id, scope, subject, period) do update
       set tokens = model_spend.tokens + excluded.tokens, cost_micros = model_spend.cost_micros + excluded.cost_micros`,
    [orgId, botId, monthOf(nowMs), tokens, costMicros],
  )
}
