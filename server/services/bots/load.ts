import type { BotId, ProvenOrgId, VersionId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

/** A bot as its builders see it. */
export interface BotRow {
  readonly id: BotId
  readonly slug: string
  readonly name: string
  readonly allowedOrigins: string[]
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly draftRevision: number
  readonly versionId: VersionId | null
  readonly versionNumber: number | null
  readonly publishedAt: Date | null
  /** The draft says something else than what is published. */
  readonly hasUnpublishedChanges: boolean
}

/** When the flows of a bot were last changed, and the hash of what they say: names and sources in their order. */
export function draftFacts(orgId: string, botId: string): string {
  return `select max(updated_at) as updated_at,
    md5(string_agg(name || ':' || source_hash, ',' order by position, id)) as hash
    from scripts where org_id = ${orgId} and bot_id = ${botId}`
}

export const botColumns = `b.id, b.slug, b.name, b.allowed_origins as "allowedOrigins",
  b.created_at as "createdAt", greatest(b.updated_at, d.updated_at) as "updatedAt",
  b.draft_revision as "draftRevision", v.id as "versionId", v.number as "versionNumber",
  v.published_at as "publishedAt", (v.id is null or v.sources_hash <> d.hash) as "hasUnpublishedChanges"
  from bots b
  cross join lateral (${draftFacts("b.org_id", "b.id")}) d
  left join versions v on v.org_id = b.org_id and v.id = b.published_version_id`

/** Loads a bot of this organization. Throws: AppError "bot.not_found", for bots of others too. */
export async function loadBot(tx: OrgTx, orgId: ProvenOrgId, botId: BotId): Promise<BotRow> {
  const [row] = await tx.rows<BotRow>(`select ${botColumns} where b.org_id = $1 and b.id = $2`, [
    orgId,
    botId,
  ])
  if (row === undefined) throw new AppError("bot.not_found", { bot: botId })
  return row
}

/** A bot as it is told to its builders. */
export interface Bot {
  readonly id: BotId
  /** The public name: in the widget's snippet, in the hosted chat's address, in the API. */
  readonly slug: string
  readonly name: string
  readonly allowedOrigins: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
  readonly draftRevision: number
  readonly publishedVersion: { readonly number: number; readonly publishedAt: string } | null
  readonly hasUnpublishedChanges: boolean
}

export function toBot(row: BotRow): Bot {
  const {
    id,
    slug,
    name,
    allowedOrigins,
    draftRevision,
    hasUnpublishedChanges,
    versionNumber,
    publishedAt,
  } = row
  const isPublished = versionNumber !== null && publishedAt !== null
  return {
    id,
    slug,
    name,
    allowedOrigins,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    draftRevision,
    publishedVersion: isPublished
      ? { number: versionNumber, publishedAt: publishedAt.toISOString() }
      : null,
    hasUnpublishedChanges,
  }
}
