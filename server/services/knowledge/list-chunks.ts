import { limits } from "#catalog/limits.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadDocument } from "./load.ts"
import { ListChunksInput } from "./schema.ts"

export interface ChunkSummary {
  readonly id: string
  readonly position: number
  readonly text: string
  readonly section: string | null
  readonly page: number | null
}

/** The passages of a document in order, a page at a time. Throws: AppError "knowledge.document_not_found". */
export const listChunks = defineVerb({
  name: "knowledge.chunks",
  permission: "knowledge.read",
  input: ListChunksInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { botId, documentId, cursor },
  ): Promise<ChunkSummary[]> =>
    await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await loadDocument(tx, orgId, botId, documentId)
      return await tx.rows<ChunkSummary>(
        `select id, position, text, section, page from knowledge_chunks
         where org_id = $1 and document_id = $2 and position > $3::int order by position limit ${limits.chunksPerPage}`,
        [orgId, documentId, cursor],
      )
    }),
})
