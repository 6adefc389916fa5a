import { createLineMap } from "../source/line-map.ts"
import type { Diagnostic } from "./diagnostic.ts"

/**
 * Shows a diagnostic with the line it stands on.
 *
 * Shape: three lines, `file:line:column  severity code`, the source line, and a marker with the
 *        sentence and the hint. A span over several lines is marked to the end of its first.
 */
export function showDiagnostic(diagnostic: Diagnostic, source: string, file: string): string {
  const map = createLineMap(source)
  const { line, column } = map.positionAt(diagnostic.span.start)
  const text = map.lineText(line)
  const width = Math.max(
    1,
    Math.min(diagnostic.span.end - diagnostic.span.start, text.length - column + 1),
  )
  const margin = " ".repeat(String(line).length)
  const before = text.slice(0, column - 1).replace(/[^\t]/g, " ")
  const words =
    diagnostic.hint === undefined ? diagnostic.message : `${diagnostic.message} ${diagnostic.hint}`
  return [
    `${file}:${line}:${column}  ${diagnostic.severity} ${diagnostic.code}`,
    `  ${line} | ${text}`,
    `  ${margin} | ${before}${"^".repeat(width)} ${words}`,
  ].join("\n")
}

/** Shows a list of diagnostics, one after the other; empty when there are none. */
export function showDiagnostics(list: readonly Diagnostic[], source: string, file: string): string {
  return list.map((diagnostic) => `${showDiagnostic(diagnostic, source, file)}\n`).join("")
}
