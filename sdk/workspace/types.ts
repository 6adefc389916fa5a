/** What the API says behind a key; the names are those of its OpenAPI document. */

export interface Bot {
  readonly id: string
  /** The public name; the API names a bot by it. */
  readonly slug: string
  readonly name: string
  readonly allowedOrigins: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
  /** Grows with each change to its flows; a publication names it. */
  readonly draftRevision: number
  readonly publishedVersion: { readonly number: number; readonly publishedAt: string } | null
  readonly hasUnpublishedChanges: boolean
}

export interface FlowSummary {
  readonly name: string
  readonly revision: number
}
export interface Flow extends FlowSummary {
  readonly source: string
}
export interface FlowList {
  /** The first one first. */
  readonly items: readonly FlowSummary[]
  readonly draftRevision: number
}

/** What is noticed about a source text. Lines and columns count from 1. */
export interface Finding {
  readonly severity: "error" | "warning"
  readonly code: string
  readonly line: number
  readonly column: number
  readonly message: string
}
export interface WrittenFlow extends FlowSummary {
  readonly draftRevision: number
  readonly isNew: boolean
  readonly findings: readonly Finding[]
}

export interface Noticed {
  readonly severity: string
  readonly code: string
  readonly message: string
  /** The flow, unless it is the first. */
  readonly script?: string
}
export interface Publication {
  readonly id: string
  readonly number: number
  readonly publishedAt: string
  readonly slug: string
  readonly stagingSlug: string | null
  readonly to: "live" | "staging"
}
/** `ok: false` when the draft has errors: nothing was published. */
export type Published =
  | { readonly ok: true; readonly version: Publication; readonly warnings: readonly Noticed[] }
  | { readonly ok: false; readonly diagnostics: readonly Noticed[] }

export interface ImportedBot {
  readonly bot: Bot
  /** Settings whose secret values have to be set anew. */
  readonly secrets: readonly string[]
  /** Prompts of the library with the same name that say something else: the bot now uses those. */
  readonly keptPrompts: readonly string[]
}

export interface KnowledgeBase {
  readonly id: string
  readonly name: string
  readonly documents: number
  /** Documents that are still being read. */
  readonly waiting: number
  readonly failed: number
  readonly chunks: number
  /** Units: bytes. */
  readonly size: number
}
export interface KnowledgeDocument {
  readonly id: string
  readonly title: string
  readonly mimeType: string
  /** Units: bytes. */
  readonly size: number
  readonly url: string | null
  readonly siteId: string | null
  readonly state: "waiting" | "reading" | "embedding" | "ready" | "failed"
  /** The code of what went wrong. */
  readonly problem: string | null
  readonly problemDetail: string | null
  readonly pages: number | null
  readonly chunks: number
  readonly embedded: number
  readonly createdAt: string
}
export interface FoundPassage {
  readonly id: string
  readonly documentId: string
  readonly base: string
  readonly title: string
  readonly text: string
  readonly section: string | null
  readonly page: number | null
  readonly url: string | null
  /** From 0 to 1. */
  readonly score: number
}
export interface FoundPassages {
  /** The best first. */
  readonly passages: readonly FoundPassage[]
  /** False when nothing found is good enough to answer from. */
  readonly isConfident: boolean
}

export interface ConversationItem {
  readonly conversationId: string
  readonly state: "waiting" | "person" | "ended" | "failed"
  readonly channel: string
  readonly contactName: string | null
  readonly versionNumber: number
  readonly messageCount: number
  readonly lastText: string
  readonly startedAt: string
  readonly lastAt: string
}
export interface Page<T> {
  readonly items: readonly T[]
  readonly isMore: boolean
}
