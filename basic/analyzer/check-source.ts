import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { type Parsed, parse } from "../parser/parse.ts"
import { analyze } from "./analyze.ts"
import { applyStrictness } from "./strict.ts"
import { withoutOffFindings } from "./without-off-findings.ts"

/** Parses and analyses a program; the diagnostics are sorted by place, errors before warnings at the same place. */
export function checkSource(source: string): Parsed {
  const { program, diagnostics } = parse(source)
  const parsed = withoutOffFindings(program, source, diagnostics)
  const all = [...applyStrictness(program, parsed), ...analyze(program, source)]
  return { program, diagnostics: all.sort(compareDiagnostics) }
}

const weights = { error: 0, warning: 1, hint: 2 } as const

/** By place; at the same place errors first. */
export const compareDiagnostics = (a: Diagnostic, b: Diagnostic): number =>
  a.span.start - b.span.start ||
  weights[a.severity] - weights[b.severity] ||
  (a.code < b.code ? -1 : Number(a.code > b.code))
