/** A half-open range of a source text. Units: UTF-16 code units from the start of the text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A place a person can read. Units: both count from 1; columns are UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Replaces the text of a span. Edits handed over together never overlap and refer to the text before any of them. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** A span for nodes that were made rather than read. */
export const nowhere: Span = { start: 0, end: 0 }
