import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadDocument } from "./load.ts"
import { DocumentInput } from "./schema.ts"

/** Has a document read again from the beginning. Throws: AppError "knowledge.document_not_found". */
export const retryDocument = defineVerb({
  name: "knowledge.retryDocument",
  permission: "knowledge.update",
  input: DocumentInput,
  audit: "knowledge.document_retried",
  run: async (context: ServiceContext, { botId, documentId }): Promise<null> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const { title } = await loadDocument(tx, orgId, botId, documentId)
      await tx.rows(
        `update knowledge_documents set state = 'waiting', due = clock_timestamp(), attempts = 0, epoch = epoch + 1,
           problem = null, problem_detail = null where org_id = $1 and id = $2`,
        [orgId, documentId],
      )
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "knowledge.document_retried", subject, { title })
      return null
    })
  },
})
