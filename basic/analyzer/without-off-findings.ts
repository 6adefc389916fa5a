import { listBlocks } from "../ast/blocks.ts"
import { isOff } from "../ast/is-off.ts"
import type { Block, Program } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { endOf } from "../graph/extent.ts"
import type { Span } from "../source/span.ts"

/** Leaves out what the parser found in statements that are switched off. */
export function withoutOffFindings(
  program: Program,
  source: string,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics
  const spans = listOffSpans(program.body, source)
  if (spans.length === 0) return diagnostics
  return diagnostics.filter(
    ({ span }) => !spans.some(({ start, end }) => start <= span.start && span.start <= end),
  )
}

/** Where statements that are switched off stand, to the line that closes them. */
export function listOffSpans({ statements }: Block, source: string): Span[] {
  return statements.flatMap((statement) =>
    isOff(statement)
      ? [{ start: statement.span.start, end: endOf(source, statement) }]
      : listBlocks(statement).flatMap(({ block }) => listOffSpans(block, source)),
  )
}
