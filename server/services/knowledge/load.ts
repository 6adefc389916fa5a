import type { BotId, Id, OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

/** A base of this bot. Throws: AppError "knowledge.base_not_found". */
export async function loadBase(tx: OrgTx, orgId: OrgId, botId: BotId, baseId: Id<"kbs">) {
  const [row] = await tx.rows<{ id: string; name: string }>(
    "select id, name from knowledge_bases where org_id = $1 and bot_id = $2 and id = $3",
    [orgId, botId, baseId],
  )
  if (row === undefined) throw new AppError("knowledge.base_not_found", { base: baseId })
  return row
}

/** A document of this bot. Throws: AppError "knowledge.document_not_found". */
export async function loadDocument(tx: OrgTx, orgId: OrgId, botId: BotId, documentId: Id<"doc">) {
  const [row] = await tx.rows<{ id: string; title: string; state: string }>(
    `select d.id, d.title, d.state from knowledge_documents d
     join knowledge_bases b on b.org_id = d.org_id and b.id = d.base_id
     where d.org_id = $1 and b.bot_id = $2 and d.id = $3`,
    [orgId, botId, documentId],
  )
  if (row === undefined) throw new AppError("knowledge.document_not_found")
  return row
}

/** A web site of this bot. Throws: AppError "knowledge.site_not_found". */
export async function loadSite(tx: OrgTx, orgId: OrgId, botId: BotId, siteId: Id<"web">) {
  const [row] = await tx.rows<{ id: string; url: string }>(
    `select s.id, s.url from knowledge_sites s join knowledge_bases b on b.org_id = s.org_id and b.id = s.base_id
     where s.org_id = $1 and b.bot_id = $2 and s.id = $3`,
    [orgId, botId, siteId],
  )
  if (row === undefined) throw new AppError("knowledge.site_not_found")
  return row
}

/** What is told of a document: `DocumentSummary`. */
export const documentColumns = `id, title, mime_type as "mimeType", size::float8 as size, url, site_id as "siteId", state,
  problem, problem_detail as "problemDetail", pages, chunks, embedded, created_at as "createdAt"`
