import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { insertOnce } from "#server/records/knowledge/insert-document.ts"
import type { ReadPage } from "../crawl/read-site.ts"

export interface LeasedSite {
  readonly orgId: OrgId
  readonly id: string
  readonly baseId: string
  readonly url: string
  readonly maxDepth: number
  readonly maxPages: number
  readonly refreshHours: number
  readonly attempts: number
}

/** Takes the lease of a site that is due; null when somebody else has it. */
export async function leaseSite(
  db: Database,
  orgId: OrgId,
  id: string,
): Promise<LeasedSite | null> {
  const [row] = await db.tenantQuery<Omit<LeasedSite, "orgId">>(
    [orgId],
    `update knowledge_sites set due = clock_timestamp() + interval '30 minutes', state = 'reading', attempts = attempts + 1
     where org_id = $1 and id = $2 and due <= clock_timestamp()
     returning id, base_id as "baseId", url, max_depth as "maxDepth", max_pages as "maxPages",
       refresh_hours as "refreshHours", attempts`,
    [orgId, id],
  )
  return row === undefined ? null : { ...row, orgId }
}

/** Keeps a page as a document; one that has changed is read anew, one that has not stays as it is. */
export async function keepPage(db: Database, site: LeasedSite, page: ReadPage): Promise<void> {
  const { orgId, id: siteId, baseId } = site
  const size = Buffer.byteLength(page.text)
  await db.withOrg(orgId, async (tx) => {
    const [known] = await tx.rows<{ id: string; sha256: string }>(
      "select id, sha256 from knowledge_documents where org_id = $1 and site_id = $2 and url = $3",
      [orgId, siteId, page.url],
    )
    if (known?.sha256 === page.sha256) return
    if (known)
      await tx.rows(
        `update knowledge_documents set content = $3, sha256 = $4, size = $5, state = 'waiting', due = clock_timestamp(),
           attempts = 0, epoch = epoch + 1, problem = null where org_id = $1 and id = $2`,
        [orgId, known.id, page.text, page.sha256, size],
      )
    else {
      const { mimeType, sha256, url, text: content } = page
      const document = { title: url, mimeType, size, sha256, blobId: null, content, url, siteId }
      // The same page at two addresses is kept once.
      await insertOnce(tx, orgId, baseId, document)
    }
  })
}

type End =
  | { readonly state: "ready"; readonly seen: readonly string[] }
  | { readonly state: "failed"; readonly problem: string }

const maxAttempts = 5

/** Ends a reading: pages that were not met any more go; the next reading is in a while. */
export async function endSite(
  db: Database,
  { orgId, id, refreshHours, attempts }: LeasedSite,
  end: End,
): Promise<void> {
  await db.withOrg(orgId, async (tx) => {
    if (end.state === "failed") {
      const hours = attempts < maxAttempts ? 2 ** attempts / 60 : refreshHours
      await tx.rows(
        `update knowledge_sites set state = 'failed', problem = $3, due = clock_timestamp() + $4::float8 * interval '1 hour'
         where org_id = $1 and id = $2`,
        [orgId, id, end.problem, hours],
      )
      return
    }
    if (end.seen.length > 0)
      await tx.rows(
        "delete from knowledge_documents where org_id = $1 and site_id = $2 and not (url = any ($3::text[]))",
        [orgId, id, [...end.seen]],
      )
    await tx.rows(
      `update knowledge_sites set state = 'ready', problem = null, attempts = 0, pages = $3, read_at = clock_timestamp(),
         due = clock_timestamp() + $4::int * interval '1 hour' where org_id = $1 and id = $2`,
      [orgId, id, end.seen.length, refreshHours],
    )
  })
}
