import { newId, type OrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError, isAppError } from "#server/errors/app-error.ts"

export interface NewDocument {
  readonly title: string
  readonly mimeType: string
  /** Units: bytes. */
  readonly size: number
  readonly sha256: string
  /** In the store; or the text itself. */
  readonly blobId: string | null
  readonly content: string | null
  readonly url?: string
  readonly siteId?: string
}

/**
 * Adds a document to a base; reading it begins soon after. Gives its id.
 *
 * Throws: AppError "knowledge.document_known" when the base holds exactly this content, "knowledge.too_many".
 */
export async function insertDocument(
  tx: OrgTx,
  orgId: OrgId,
  baseId: string,
  document: NewDocument,
): Promise<string> {
  const [found] = await tx.rows<{ count: number; known: string | null; chunks: number }>(
    `select count(*)::int as count, max(title) filter (where sha256 = $3 and site_id is not distinct from $4) as known,
       (select coalesce(sum(chunks), 0)::int from knowledge_documents where org_id = $1) as chunks
     from knowledge_documents where org_id = $1 and base_id = $2`,
    [orgId, baseId, document.sha256, document.siteId ?? null],
  )
  if (found?.known) throw new AppError("knowledge.document_known", { title: found.known })
  if ((found?.count ?? 0) >= limits.documentsPerBase)
    throw new AppError("knowledge.too_many", { limit: limits.documentsPerBase, what: "documents" })
  if ((found?.chunks ?? 0) >= limits.chunksPerOrg)
    throw new AppError("knowledge.too_many", { limit: limits.chunksPerOrg, what: "chunks" })
  const id = newId("doc")
  await tx.rows(
    `insert into knowledge_documents (org_id, id, base_id, site_id, title, mime_type, size, sha256, blob_id, content, url, state, due)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', clock_timestamp())`,
    [
      ...[
        orgId,
        id,
        baseId,
        document.siteId ?? null,
        document.title.slice(0, 300),
        document.mimeType,
      ],
      ...[document.size, document.sha256, document.blobId, document.content, document.url ?? null],
    ],
  )
  if (document.blobId !== null)
    await tx.rows(
      "update blobs set state = 'kept', due = null, size = $3 where org_id = $1 and id = $2 and state <> 'deleting'",
      [orgId, document.blobId, document.size],
    )
  return id
}

/** The same; a document the base holds already is fine. */
export async function insertOnce(
  tx: OrgTx,
  orgId: OrgId,
  baseId: string,
  document: NewDocument,
): Promise<void> {
  try {
    await insertDocument(tx, orgId, baseId, document)
  } catch (error) {
    if (!isAppError(error, "knowledge.document_known")) throw error
  }
}
