import type { Span } from "../source/span.ts"
import type { Diagnostic } from "./diagnostic.ts"
import type { Facts } from "./entry.ts"

/** "Did you mean HEAR?" as a repair, where exactly the word stands that was not found. */
export function nearestFix(source: string, span: Span, facts: Facts): Diagnostic["fix"] {
  const { nearest, found } = facts
  if (typeof nearest !== "string" || typeof found !== "string") return undefined
  if (source.slice(span.start, span.end).toUpperCase() !== found.toUpperCase()) return undefined
  const at = { start: span.start, end: span.end }
  return { title: `Write ${nearest}`, edits: [{ span: at, text: nearest }] }
}
