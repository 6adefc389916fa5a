import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadDocument } from "./load.ts"
import { DocumentInput } from "./schema.ts"

/** Deletes a document: its passages and vectors go with it, its content a day later. Throws: AppError "knowledge.document_not_found". */
export const deleteDocument = defineVerb({
  name: "knowledge.deleteDocument",
  permission: "knowledge.update",
  input: DocumentInput,
  audit: "knowledge.document_deleted",
  run: async (context: ServiceContext, { botId, documentId }): Promise<null> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const { title } = await loadDocument(tx, orgId, botId, documentId)
      await tx.rows("delete from knowledge_documents where org_id = $1 and id = $2", [
        orgId,
        documentId,
      ])
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "knowledge.document_deleted", subject, { title })
      return null
    })
  },
})
