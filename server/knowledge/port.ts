import type { OrgId } from "#catalog/ids.ts"

export { scoreSentences } from "./search/score-sentences.ts"

/** A piece of a document, as it is quoted. */
export interface Passage {
  readonly id: string
  readonly documentId: string
  /** The name of the knowledge base it is of. */
  readonly base: string
  readonly title: string
  readonly text: string
  /** The headings above it, the widest first, with " > " between. */
  readonly section: string | null
  /** From 1; null for documents without pages. */
  readonly page: number | null
  /** Where the document came from, for one that was read from the web. */
  readonly url: string | null
  /** How well it fits the question. Units: 0 to 1. */
  readonly score: number
}

/** Whose knowledge it is. */
export interface KnowledgePlace {
  readonly orgId: OrgId
  readonly botId: string
}

export interface KnowledgeQuestion {
  /** Names of knowledge bases; empty for all of the bot. */
  readonly bases: readonly string[]
  readonly text: string
  readonly limit: number
}

export interface FoundPassages {
  /** The best first. */
  readonly passages: readonly Passage[]
  /** False when nothing found is good enough to answer from. */
  readonly isConfident: boolean
}

/** What a bot knows. The test panel and running conversations ask the same function. */
export interface Knowledge {
  /** Finds passages that may answer a question; none when the bot knows nothing. */
  search(place: KnowledgePlace, question: KnowledgeQuestion): Promise<FoundPassages>
}
