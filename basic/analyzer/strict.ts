import type { Program } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"

/** What OPTION STRICT makes an error: names nothing defines. */
const strictCodes: ReadonlySet<string> = new Set([
  "basic.unknown_keyword",
  "basic.planned_keyword",
  "basic.unknown_shape",
  "basic.hardware",
  "basic.placeholder",
  "basic.planned_declaration",
  "basic.unknown_function",
  "basic.unknown_procedure",
  "basic.never_set",
  "basic.missing_script",
])

/** Says whether the script asks for strictness. */
const isStrict = (program: Program): boolean =>
  program.body.statements.some(
    (statement) => statement.kind === "OptionStatement" && statement.name === "STRICT",
  )

/** Turns the warnings that OPTION STRICT lists into errors, when the script asks for it. */
export function applyStrictness(
  program: Program,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  if (!isStrict(program)) return [...diagnostics]
  return diagnostics.map((diagnostic) =>
    strictCodes.has(diagnostic.code) ? { ...diagnostic, severity: "error" } : diagnostic,
  )
}
