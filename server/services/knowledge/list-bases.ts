import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { KnowledgeInput } from "./schema.ts"

export interface KnowledgeBaseSummary {
  readonly id: string
  readonly name: string
  readonly documents: number
  /** Documents that are not read to the end yet. */
  readonly waiting: number
  readonly failed: number
  readonly chunks: number
  /** Units: bytes. */
  readonly size: number
}

/** The knowledge bases of a bot. Throws: AppError "bot.not_found". */
export const listBases = defineVerb({
  name: "knowledge.bases",
  permission: "knowledge.read",
  input: KnowledgeInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<KnowledgeBaseSummary[]> =>
    await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return await tx.rows<KnowledgeBaseSummary>(
        `select b.id, b.name, count(d.id)::int as documents,
           (count(d.id) filter (where d.state in ('waiting', 'reading', 'embedding')))::int as waiting,
           (count(d.id) filter (where d.state = 'failed'))::int as failed,
           coalesce(sum(d.chunks), 0)::int as chunks, coalesce(sum(d.size), 0)::float8 as size
         from knowledge_bases b left join knowledge_documents d on d.org_id = b.org_id and d.base_id = b.id
         where b.org_id = $1 and b.bot_id = $2
         group by b.id, b.name, b.created_at order by b.created_at, b.id`,
        [orgId, botId],
      )
    }),
})
