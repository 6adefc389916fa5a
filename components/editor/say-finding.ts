import type { Diagnostic } from "#basic"

export interface FindingWords {
  readonly message: string
  readonly hint: string | null
  readonly fix: string | null
}

/** A text of the catalogue with the facts put in; null when the language has none. */
export type FindText = (
  key: string,
  facts: Readonly<Record<string, string | number>>,
) => string | null

/** The sentences of a finding; the definition's own English ones where the language has none. */
export function sayFinding(found: Diagnostic, _find: FindText): FindingWords {
  return { message: found.message, hint: found.hint ?? null, fix: found.fix?.title ?? null }
}
