import type { MessageSource } from "#catalog/messages.ts"
import type { RecordWork } from "../place.ts"
import { storableText } from "../storable.ts"
import { printEmbedding } from "./find-answer.ts"

export interface NewAnswer {
  readonly scopeHash: string
  readonly questionHash: string
  /** As it was when the answer was looked for: what was learned since makes the answer old. */
  readonly version: number
  readonly question: string
  readonly embedding: readonly number[] | null
  readonly answer: string
  readonly sources: readonly MessageSource[]
}

const lifeMs = 24 * 60 * 60 * 1000
/** Of one bot; the oldest give way. */
const maxAnswers = 2_000

/** Keeps an answer for a day. Writes: answer_cache. */
export function keepNewAnswer(given: NewAnswer): RecordWork {
  return async (tx, { orgId, botId, nowMs }) => {
    const { scopeHash, questionHash, version, question, embedding, answer, sources } = given
    await tx.rows(
      `insert into answer_cache (org_id, bot_id, scope_hash, question_hash, question, embedding, answer,
         sources, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6::text::halfvec, $7, $8::text::jsonb, $9, $10)
       on conflict (org_id, bot_id, scope_hash, question_hash) do update set answer = excluded.answer,
         sources = excluded.sources, embedding = excluded.embedding, expires_at = excluded.expires_at`,
      [
        ...[orgId, botId, `${scopeHash}/${version}`, questionHash, storableText(question)],
        ...[embedding === null ? null : printEmbedding(embedding), storableText(answer)],
        ...[JSON.stringify(sources), new Date(nowMs), new Date(nowMs + lifeMs)],
      ],
    )
    // Which ones are too many the index says alone.
    await tx.rows(
      `delete from answer_cache where org_id = $1 and bot_id = $2 and expires_at <= greatest($3::timestamptz, (
         select expires_at from answer_cache where org_id = $1 and bot_id = $2
         order by expires_at desc offset $4 limit 1))`,
      [orgId, botId, new Date(nowMs), maxAnswers],
    )
    return null
  }
}
