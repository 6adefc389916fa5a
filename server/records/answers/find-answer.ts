import type { MessageSource } from "#catalog/messages.ts"
import type { RecordWork } from "../place.ts"

/** An answer that was given before. */
export interface StoredAnswer {
  readonly answer: string
  readonly sources: readonly MessageSource[]
  readonly how: "exact" | "near"
  /** The question it was given to, where it is another. */
  readonly question?: string
}

/** What was found, and what an answer found now would have to be kept under. */
export interface FoundAnswer {
  /** Of what the bot knows and whom it asks: a change of either makes a new one. */
  readonly version: number
  readonly found: StoredAnswer | null
}

/** Two questions are one when the cosine of their vectors is at least this. */
export const nearEnough = 0.95

/**
 * Finds an answer to the same question, else the one to the question that is nearest to it. Without a vector the same
 * words alone find. Reads: answer_versions, answer_cache.
 */
export function findAnswer(
  scopeHash: string,
  questionHash: string,
  embedding: readonly number[] | null,
): RecordWork<FoundAnswer> {
  return async (tx, { orgId, botId, nowMs }) => {
    const now = new Date(nowMs)
    const [row] = await tx.rows<{ version: number; answer: string | null; sources: unknown }>(
      `select coalesce(v.version, 0)::float8 as version, a.answer, a.sources
       from (select 1) one
       left join answer_versions v on v.org_id = $1 and v.bot_id = $2
       left join answer_cache a on a.org_id = $1 and a.bot_id = $2 and a.question_hash = $4
         and a.scope_hash = $3 || '/' || coalesce(v.version, 0) and a.expires_at > $5`,
      [orgId, botId, scopeHash, questionHash, now],
    )
    const version = row?.version ?? 0
    if (row && row.answer !== null) {
      const sources = row.sources as readonly MessageSource[]
      return { version, found: { answer: row.answer, sources, how: "exact" } }
    }
    if (embedding === null) return { version, found: null }
    const place = [orgId, botId, `${scopeHash}/${version}`] as const
    const [near] = await tx.rows<NearRow>(nearest, [
      ...place,
      printEmbedding(embedding),
      now,
      embedding.length,
    ])
    if (!near || near.likeness < nearEnough) return { version, found: null }
    const { answer, question } = near
    const sources = near.sources as readonly MessageSource[]
    return { version, found: { answer, sources, how: "near", question } }
  }
}

interface NearRow {
  readonly answer: string
  readonly sources: unknown
  readonly question: string
  readonly likeness: number
}

/** The vector is read from its text once, not for every answer that is compared with it. */
const nearest = `select answer, sources, question, 1 - (embedding <=> asked.vector) as likeness
  from answer_cache, (select $4::text::halfvec as vector offset 0) asked
  where org_id = $1 and bot_id = $2 and scope_hash = $3 and expires_at > $5
    and vector_dims(embedding) = $6
  order by embedding <=> asked.vector limit 1`

/** As the extension reads it, with no more digits than it keeps. */
export function printEmbedding(embedding: readonly number[]): string {
  return `[${embedding.map((value) => value.toPrecision(4)).join(",")}]`
}
