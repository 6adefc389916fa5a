import { newId, type OrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

export interface SiteWish {
  readonly url: string
  /** Links that are followed from the first page. */
  readonly maxDepth: number
  readonly maxPages: number
  readonly refreshHours: number
}

/** Adds a web site to a base, or changes how it is read; reading begins soon after. Gives its id. */
export async function ensureSite(
  tx: OrgTx,
  orgId: OrgId,
  baseId: string,
  { url, maxDepth, maxPages, refreshHours }: SiteWish,
): Promise<string> {
  const [known] = await tx.rows<{ id: string }>(
    `update knowledge_sites set max_depth = $4, max_pages = $5, refresh_hours = least(refresh_hours, $6)
     where org_id = $1 and base_id = $2 and url = $3 returning id`,
    [orgId, baseId, url, maxDepth, maxPages, refreshHours],
  )
  if (known) return known.id
  const [row] = await tx.rows<{ count: number }>(
    "select count(*)::int as count from knowledge_sites where org_id = $1 and base_id = $2",
    [orgId, baseId],
  )
  if ((row?.count ?? 0) >= limits.sitesPerBase)
    throw new AppError("knowledge.too_many", { limit: limits.sitesPerBase, what: "sites" })
  const id = newId("web")
  await tx.rows(
    `insert into knowledge_sites (org_id, id, base_id, url, max_depth, max_pages, refresh_hours, state, due)
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting', clock_timestamp())`,
    [orgId, id, baseId, url, maxDepth, maxPages, refreshHours],
  )
  return id
}

/** The address a site is kept by. Throws: AppError "knowledge.address_refused". */
export function readSiteUrl(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== "" ||
    given.length > 2_000
  )
    throw new AppError("knowledge.address_refused", { url: given.slice(0, 200) })
  url.hash = ""
  return url
}
