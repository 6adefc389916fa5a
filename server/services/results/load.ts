import type { Json } from "#basic/vm/value.ts"
import type { BotId, ConversationId, ProvenOrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { channelColumn, lastRun, likeWords, stateColumn } from "../recordings/load.ts"
import type { RecordingState } from "../recordings/schema.ts"

/** What one conversation collected. */
export interface ResultRow {
  readonly conversationId: ConversationId
  readonly startedAt: string
  readonly channel: string
  readonly state: Exclude<RecordingState, "all">
  /** In the order of the columns; null where it has none. */
  readonly cells: readonly Json[]
}

export interface WantedResults {
  readonly orgId: ProvenOrgId
  readonly botId: BotId
  readonly columns: readonly string[]
  readonly filter: string
  readonly order: string
  readonly isDescending: boolean
  readonly limit: number
  readonly offset: number
}

/** The variables that the latest results hold, those of the most conversations first. Answers that must not be shown are none. */
export async function listColumns(tx: OrgTx, orgId: ProvenOrgId, botId: BotId): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(
    `select e.key as name from (
       select collected from results where org_id = $1 and bot_id = $2
       order by conversation_id desc limit $3) r
     cross join lateral jsonb_each(r.collected) e
     group by e.key having not bool_or(e.value = 'null')
     order by count(*) desc, e.key limit $4`,
    [orgId, botId, limits.resultSample, limits.resultColumns],
  )
  return rows.map(({ name }) => name)
}

interface Row extends Omit<ResultRow, "startedAt" | "cells"> {
  readonly startedAt: Date
  readonly collected: Readonly<Record<string, Json>>
}

const from = `from results s
  join conversations c on c.org_id = s.org_id and c.id = s.conversation_id
  where s.org_id = $1 and s.bot_id = $2 and ($3 = '%%' or exists (
    select from jsonb_each_text(s.collected) e where e.key = any($4::text[]) and e.value ilike $3))`

/** Reads results by filter and order. Numbers are sorted as numbers, all else as text. */
export async function readResults(tx: OrgTx, wanted: WantedResults): Promise<ResultRow[]> {
  const { orgId, botId, columns, filter, order, isDescending, limit, offset } = wanted
  const way = isDescending ? "desc" : "asc"
  const rows = await tx.rows<Row>(
    `select p.id as "conversationId", p.created_at as "startedAt", ${channelColumn} as channel, ${stateColumn} as state, p.collected
     from (
       select c.*, s.collected ${from}
       order by
         case when $5 = 'startedAt' then c.created_at end ${way},
         case when jsonb_typeof(s.collected->$5) = 'number' then (s.collected->$5)::numeric end ${way} nulls last,
         s.collected->>$5 ${way} nulls last, c.created_at desc, c.id
       limit $6 offset $7) p
     join conversations c on c.org_id = p.org_id and c.id = p.id ${lastRun}`,
    [orgId, botId, likeWords(filter), columns, order, limit, offset],
  )
  return rows.map(({ collected, startedAt, ...row }) => ({
    ...row,
    startedAt: startedAt.toISOString(),
    cells: columns.map((name) =>
      Object.hasOwn(collected, name) ? (collected[name] ?? null) : null,
    ),
  }))
}

/** How many results meet a filter. */
export async function countResults(
  tx: OrgTx,
  { orgId, botId, filter, columns }: Pick<WantedResults, "orgId" | "botId" | "filter" | "columns">,
): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(`select count(*)::int as count ${from}`, [
    orgId,
    botId,
    likeWords(filter),
    columns,
  ])
  return row?.count ?? 0
}

/** The columns that were asked for, as far as there are such; all of them when none was named. */
export const pickColumns = (all: readonly string[], asked: readonly string[]): readonly string[] =>
  asked.length === 0 ? all : asked.filter((name) => all.includes(name))
