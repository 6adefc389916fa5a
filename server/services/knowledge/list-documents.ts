import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { documentColumns, loadBase } from "./load.ts"
import { BaseInput } from "./schema.ts"

/** A document as the dashboard shows it. */
export interface DocumentSummary {
  readonly id: string
  readonly title: string
  readonly mimeType: string
  /** Units: bytes. */
  readonly size: number
  readonly url: string | null
  readonly siteId: string | null
  readonly state: "waiting" | "reading" | "embedding" | "ready" | "failed"
  /** The code of what went wrong, also while it is tried again. */
  readonly problem: string | null
  readonly problemDetail: string | null
  readonly pages: number | null
  readonly chunks: number
  readonly embedded: number
  readonly createdAt: Date
}

export interface SiteSummary {
  readonly id: string
  readonly url: string
  readonly state: "waiting" | "reading" | "ready" | "failed"
  readonly problem: string | null
  readonly pages: number
  readonly refreshHours: number
  readonly readAt: Date | null
}

export interface BaseContents {
  readonly documents: readonly DocumentSummary[]
  readonly sites: readonly SiteSummary[]
}

/** What a knowledge base holds, the newest first. Throws: AppError "bot.not_found", "knowledge.base_not_found". */
export const listDocuments = defineVerb({
  name: "knowledge.documents",
  permission: "knowledge.read",
  input: BaseInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId, baseId }): Promise<BaseContents> =>
    await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await loadBase(tx, orgId, botId, baseId)
      const documents = await tx.rows<DocumentSummary>(
        `select ${documentColumns}
         from knowledge_documents where org_id = $1 and base_id = $2 order by created_at desc, id desc limit 5000`,
        [orgId, baseId],
      )
      const sites = await tx.rows<SiteSummary>(
        `select id, url, state, problem, pages, refresh_hours as "refreshHours", read_at as "readAt"
         from knowledge_sites where org_id = $1 and base_id = $2 order by created_at, id`,
        [orgId, baseId],
      )
      return { documents, sites }
    }),
})
