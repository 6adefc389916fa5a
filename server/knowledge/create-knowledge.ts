import type { OrgId } from "#catalog/ids.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { Embedder } from "#server/infra/embedding/port.ts"
import { type CrawlParts, readSite } from "./crawl/read-site.ts"
import { type IngestParts, ingestDocument } from "./ingest/ingest-document.ts"
import type { Knowledge, KnowledgePlace } from "./port.ts"
import { readQuestion } from "./search/read-question.ts"
import { searchKnowledge } from "./search/search-knowledge.ts"
import { createTermCounts } from "./search/term-counts.ts"
import { createWordIndexes } from "./search/word-indexes.ts"

export interface KnowledgeParts extends IngestParts, CrawlParts {
  /** The one that comes with the product. */
  readonly embedder: Embedder
}

/** What bots know, with the work behind it. */
export interface KnowledgeWork extends Knowledge {
  /** Goes on with a document that is due. */
  ingest(orgId: OrgId, documentId: string): Promise<void>
  /** Reads a web site that is due. */
  readSite(orgId: OrgId, siteId: string): Promise<void>
  /** How many numbers the vectors of a model have. Throws: AppError "knowledge.embedder_failed". */
  tryModel(place: KnowledgePlace, model: string): Promise<number>
  /** Where a question stands among others, by the embedder that comes with the product. */
  embedQuestion(text: string): Promise<readonly number[] | null>
  close(): Promise<void>
}

/** Puts together what bots know. */
export function createKnowledge(parts: KnowledgeParts): KnowledgeWork {
  const searching = { ...parts, termCounts: createTermCounts(), wordIndexes: createWordIndexes() }
  return {
    search: (place, question) => searchKnowledge(searching, place, question),
    ingest: (orgId, documentId) => ingestDocument(parts, orgId, documentId),
    readSite: (orgId, siteId) => readSite(parts, orgId, siteId),
    tryModel: async (place, model) => {
      const [vector] = await parts.embedderOf(place, model).embed(["A short text."], "document")
      if (vector === undefined) throw new AppError("knowledge.embedder_failed", { model })
      return vector.length
    },
    embedQuestion: async (text) => {
      const { english } = readQuestion(text)
      const [vector] = await parts.embedder.embed([english || text], "question")
      return vector === undefined ? null : Array.from(vector)
    },
    close: async () => {
      await parts.embedder.close()
      await parts.documents.close()
    },
  }
}
