import type { Statement } from "../ast/nodes.ts"
import type { Span } from "../source/span.ts"

/** Points at the last place where a name stands in a statement's text; at the whole statement when it does not. */
export function textSpanOf(statement: Statement, name: string, source: string): Span {
  return textSpanIn(statement.span, name, source)
}

/** The same within any stretch of the source. */
export function textSpanIn({ start, end }: Span, name: string, source: string): Span {
  const at = source.slice(start, end).toLowerCase().lastIndexOf(name.toLowerCase())
  return at < 0 ? { start, end } : { start: start + at, end: start + at + name.length }
}
