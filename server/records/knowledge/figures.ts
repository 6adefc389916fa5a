import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"

/** What scripts are told of the knowledge bases of their bot. */
export interface KnowledgeFigures {
  readonly documents: number
  readonly chunks: number
  readonly collections: number
  readonly size_mb: number
}

/** The figures of one base, or of all when `name` is null. */
export async function readFigures(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
  name: string | null,
): Promise<KnowledgeFigures> {
  const [row] = await tx.rows<{
    documents: number
    chunks: number
    collections: number
    bytes: number
  }>(
    `select count(d.id)::int as documents, coalesce(sum(d.chunks), 0)::int as chunks,
       count(distinct b.id)::int as collections, coalesce(sum(d.size), 0)::float8 as bytes
     from knowledge_bases b left join knowledge_documents d on d.org_id = b.org_id and d.base_id = b.id
     where b.org_id = $1 and b.bot_id = $2 and ($3::text is null or lower(b.name) = lower($3))`,
    [orgId, botId, name],
  )
  const { bytes = 0, ...counts } = row ?? { documents: 0, chunks: 0, collections: 0, bytes: 0 }
  return { ...counts, size_mb: Math.round((bytes / 1024 / 1024) * 100) / 100 }
}

export async function listBaseNames(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(
    "select name from knowledge_bases where org_id = $1 and bot_id = $2 order by name",
    [orgId, botId],
  )
  return rows.map(({ name }) => name)
}

/** How many documents were added since a moment. */
export async function countAddedSince(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
  since: Date,
): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(
    `select count(*)::int as count from knowledge_documents d
     join knowledge_bases b on b.org_id = d.org_id and b.id = d.base_id
     where d.org_id = $1 and b.bot_id = $2 and d.created_at >= $3`,
    [orgId, botId, since],
  )
  return row?.count ?? 0
}
