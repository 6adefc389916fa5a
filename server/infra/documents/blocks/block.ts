/** A piece of a document in reading order, with what a reader of it would see. */
export type DocumentBlock = (
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "text" | "item" | "code"; readonly text: string }
  /** The first row holds the names of the columns where the document has some. */
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
) & {
  /** From 1; null for documents without pages. */
  readonly page: number | null
}

export interface ReadBlocks {
  /** What the document calls itself; null when it does not say. */
  readonly title: string | null
  /** Null for documents without pages. */
  readonly pages: number | null
  readonly blocks: readonly DocumentBlock[]
}

/** What one document may hold. Units: characters of text, pages of a PDF or slides. */
export const blockLimits = { chars: 8_000_000, pages: 3_000 }

/** Blanks and line ends as one blank each, without those at the ends. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, " ").trim()
}
