import { createLineMap, type Diagnostic } from "#basic"

/** Longer source lines are cut in the excerpt. Units: UTF-16 code units. */
const maxExcerptChars = 160

/** A finding as machines get it. Lines and columns count from 1; columns in UTF-16 code units. */
export interface Finding {
  readonly code: string
  readonly line: number
  readonly column: number
  readonly message: string
}

const sentenceOf = ({ message, hint }: Diagnostic): string =>
  hint === undefined ? message : `${message} ${hint}`

export const toFindings = (source: string, diagnostics: readonly Diagnostic[]): Finding[] => {
  const lines = createLineMap(source)
  return diagnostics.map((diagnostic) => ({
    code: diagnostic.code,
    ...lines.positionAt(diagnostic.span.start),
    message: sentenceOf(diagnostic),
  }))
}

/** Control characters of a script must not reach a terminal as they are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are replaced
const controls = /[\u0000-\u001f\u007f-\u009f]/g

/**
 * Prints findings for people: the place and code, the line, and the sentence under what it is about.
 *
 *   greet.bas:3:1  basic.unknown_keyword
 *     3 | HERE email AS EMAIL
 *       | ^^^^ There is no keyword HERE. Did you mean HEAR?
 */
export const printDiagnostics = (
  file: string,
  source: string,
  diagnostics: readonly Diagnostic[],
): string => {
  const lines = createLineMap(source)
  const blocks = diagnostics.map((diagnostic) => {
    const { line, column } = lines.positionAt(diagnostic.span.start)
    const text = lines.lineText(line).replace(controls, " ")
    const start = Math.max(0, column - 1 - maxExcerptChars / 2)
    const excerpt = text.slice(start, start + maxExcerptChars)
    const width = diagnostic.span.end - diagnostic.span.start
    const room = Math.max(1, excerpt.length - (column - 1 - start))
    const margin = " ".repeat(String(line).length)
    const marks = "^".repeat(Math.max(1, Math.min(width, room)))
    const kind = diagnostic.severity === "error" ? "" : ` (${diagnostic.severity})`
    return [
      `${file}:${line}:${column}  ${diagnostic.code}${kind}`,
      `  ${line} | ${excerpt}`,
      `  ${margin} | ${" ".repeat(column - 1 - start)}${marks} ${sentenceOf(diagnostic)}`,
    ].join("\n")
  })
  return blocks.map((block) => `${block}\n`).join("")
}

export const countFindings = (errors: number, warnings: number): string => {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`
  if (errors === 0 && warnings === 0) return "no problems"
  if (errors === 0) return count(warnings, "warning")
  return warnings === 0
    ? count(errors, "error")
    : `${count(errors, "error")} and ${count(warnings, "warning")}`
}
