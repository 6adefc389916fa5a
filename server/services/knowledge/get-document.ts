import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import type { DocumentSummary } from "./list-documents.ts"
import { documentColumns, loadDocument } from "./load.ts"
import { DocumentInput } from "./schema.ts"

/** How far the reading of a document is. Throws: AppError "bot.not_found", "knowledge.document_not_found". */
export const getDocument = defineVerb({
  name: "knowledge.document",
  permission: "knowledge.read",
  input: DocumentInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId, documentId }): Promise<DocumentSummary> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await loadDocument(tx, orgId, botId, documentId)
      const [document] = await tx.rows<DocumentSummary>(
        `select ${documentColumns} from knowledge_documents where org_id = $1 and id = $2`,
        [orgId, documentId],
      )
      return document as DocumentSummary
    }),
})
