import type { Span, TextEdit } from "../source/span.ts"

export type Severity = "error" | "warning" | "hint"

/**
 * One finding about a program, the same on the canvas step, in the editor, in the CLI and in the API.
 *
 * Shape: `message` is a whole sentence with the values in it; `hint` says what to do instead.
 */
export interface Diagnostic {
  readonly code: `basic.${string}`
  readonly severity: Severity
  readonly span: Span
  readonly message: string
  readonly hint?: string
  /** What fills the sentences, for those who say them in another language. */
  readonly facts?: Readonly<Record<string, string | number | null>>
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] }
}
