import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import type { Span } from "../source/span.ts"

/** Moves a span. */
export const shiftSpan = (span: Span, by: number): Span =>
  by === 0 ? span : { start: span.start + by, end: span.end + by }

/** Copies a tree with every span in it moved. */
export function shiftSpans<T>(node: T, by: number): T {
  if (by === 0) return node
  return copy(node, by) as T
}

function copy(node: unknown, by: number): unknown {
  if (node === null || typeof node !== "object") return node
  if (Array.isArray(node)) return node.map((item) => copy(item, by))
  const made: Record<string, unknown> = {}
  for (const key in node) {
    const value = (node as Record<string, unknown>)[key]
    made[key] =
      key === "span" && isSpan(value)
        ? { start: value.start + by, end: value.end + by }
        : copy(value, by)
  }
  return made
}

const isSpan = (value: unknown): value is Span =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Span).start === "number" &&
  typeof (value as Span).end === "number"

export const shiftDiagnostic = (diagnostic: Diagnostic, by: number): Diagnostic =>
  shiftSpans(diagnostic, by)
