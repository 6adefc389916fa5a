import type { Severity } from "./diagnostic.ts"

/** What fills a sentence. Texts are shortened by `report` so that a message stays a sentence. */
export type Facts = Readonly<Record<string, string | number | null>>

/** What one code says. `sentence` and `hint` are built from facts only, so a code always speaks the same way. */
export interface Entry<F extends Facts> {
  readonly severity: Severity
  /** What happened, with the values. A whole sentence. */
  readonly sentence: (facts: F) => string
  /** What to do now. Whole sentences, or null when these facts leave nothing to add. */
  readonly hint?: (facts: F) => string | null
}

export const entry = <F extends Facts = Record<never, never>>(definition: Entry<F>): Entry<F> =>
  definition

/** "Did you mean HEAR?", or what to do when nothing is near. */
export const suggest = (nearest: string | null, otherwise: string): string =>
  nearest === null ? otherwise : `Did you mean ${nearest}?`
