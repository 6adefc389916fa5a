import type { Program } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { report } from "../diagnostics/report.ts"
import type { Layout } from "../graph/model.ts"
import { listTexts } from "./text-units.ts"
import { findVariants } from "./variants.ts"

/**
 * Finds texts that have no words in one of the languages, and words that were written for another text.
 *
 * Shape: `languages` are those of the bot; left out: those that this flow has texts in.
 */
export function checkTexts(
  program: Program,
  layout: Layout,
  source: string,
  languages: readonly string[] = Object.keys(layout.texts ?? {}),
): Diagnostic[] {
  if (languages.length === 0) return []
  const units = listTexts(program, layout.stepIds, source)
  return findVariants(units, layout.texts ?? {}, languages).flatMap(
    ({ unit, language, words, isStale }) => {
      if (words !== null && !isStale) return []
      const code = isStale ? "basic.text_stale" : "basic.text_missing"
      return [report(code, unit.span, { language, words: unit.words })]
    },
  )
}

/** Findings of this kind, which are made anew whenever the texts change. */
export const isTextFinding = ({ code }: Diagnostic): boolean =>
  code === "basic.text_missing" || code === "basic.text_stale"
