import { newId } from "#catalog/ids.ts"
import type { RecordWork } from "../place.ts"
import { monthOf } from "./read-models.ts"

/** What a question cost. */
export interface ModelUse {
  readonly keyword: string
  readonly provider: string
  readonly model: string
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
  /** Units: millionths of a US dollar. */
  readonly costMicros: number
  readonly tookMs: number
  /** The prompt of the library that was told. */
  readonly prompt: { readonly id: string; readonly number: number } | null
}

/**
 * Notes what a question cost, for each that has a budget. A place without a conversation has an empty one.
 *
 * Writes: model_usage, model_spend.
 */
export function recordUsage(use: ModelUse): RecordWork {
  return async (tx, { orgId, botId, conversationId, contactId, nowMs }) => {
    await tx.rows(
      `insert into model_usage (org_id, id, bot_id, conversation_id, keyword, provider, model,
         input_tokens, cached_tokens, output_tokens, cost_micros, at, took_ms, prompt_id, prompt_number)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[
          orgId,
          newId("mus", nowMs),
          botId,
          conversationId || null,
          use.keyword,
          use.provider,
          use.model,
        ],
        ...[use.inputTokens, use.cachedTokens, use.outputTokens, use.costMicros],
        ...[new Date(nowMs), use.tookMs, use.prompt?.id ?? null, use.prompt?.number ?? null],
      ],
    )
    // Always in one order, so that two turns that spend at once do not wait for each other in a circle.
    await tx.rows(
      `insert into model_spend (org_id, scope, subject, period, tokens, cost_micros)
       select $1, s.scope, s.subject, s.period::date, $2, $3
       from jsonb_to_recordset($4::text::jsonb) as s(scope text, subject text, period text)
       order by s.scope, s.subject
       on conflict (org_id, scope, subject, period) do update
         set tokens = model_spend.tokens + excluded.tokens,
           cost_micros = model_spend.cost_micros + excluded.cost_micros`,
      [
        ...[orgId, use.inputTokens + use.outputTokens, use.costMicros],
        JSON.stringify(subjectsOf(orgId, botId, contactId, conversationId, monthOf(nowMs))),
      ],
    )
    return null
  }
}

const subjectsOf = (
  orgId: string,
  botId: string,
  contactId: string | null,
  conversationId: string,
  month: string,
) => [
  { scope: "bot", subject: botId, period: month },
  ...(contactId === null ? [] : [{ scope: "contact", subject: contactId, period: month }]),
  ...(conversationId === ""
    ? []
    : [{ scope: "conversation", subject: conversationId, period: "1970-01-01" }]),
  { scope: "organization", subject: orgId, period: month },
]
