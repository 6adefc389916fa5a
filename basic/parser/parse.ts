import type { Block, Expression, Program, Statement, Trivia } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { report } from "../diagnostics/report.ts"
import { findLineEnd } from "../lexer/characters.ts"
import { lexLines, lexRange } from "../lexer/lex.ts"
import type { SourceLine } from "../lexer/token.ts"
import { collectAssigned, collectProcedures } from "./assigned-names.ts"
import { BlockReader } from "./block-reader.ts"
import { readExpression } from "./expressions.ts"
import { isProse } from "./prose.ts"
import { LineReader, type ParseContext, ParseFailure } from "./reader.ts"
import { findOpener, readStatement } from "./statement.ts"

/** Units: UTF-16 code units. */
export const longestSource = 2_000_000

const mostSuggestions = 400

export interface Parsed {
  readonly program: Program
  readonly diagnostics: Diagnostic[]
}

/**
 * Parses a program.
 *
 * Shape:  every line of the text is in the tree; one that cannot be read is a BrokenStatement with one
 *         error. All diagnostics of one pass are given, in the order in which they were found.
 * Throws: never, whatever the text. Time is linear in its length.
 */
export function parse(source: string): Parsed {
  if (source.length > longestSource) return refuse(source)
  const lexed = lexLines(source)
  const assigned = collectAssigned(lexed.lines)
  const procedures = collectProcedures(lexed.lines)
  const { body, diagnostics } = readPart({ ...lexed, source, assigned, procedures })
  const program: Program = { kind: "Program", span: { start: 0, end: source.length }, body }
  const hasErrors = diagnostics.some(({ severity }) => severity === "error")
  const isText = isProse(source, program, hasErrors)
  return { program, diagnostics: isText ? [proseDiagnostic(source)] : limit(diagnostics) }
}

/** Lines to parse, and what must be known of the program they are from. */
export interface Part {
  readonly source: string
  readonly lines: readonly SourceLine[]
  readonly hashComments: readonly number[]
  readonly closing?: readonly Trivia[]
  readonly assigned: ReadonlySet<string>
  readonly procedures: ReadonlySet<string>
}

/** Parses lines of a program that begin and end at its outermost level. */
export function readPart(part: Part): { readonly body: Block; readonly diagnostics: Diagnostic[] } {
  const { source, lines, hashComments, closing = [], assigned, procedures } = part
  const diagnostics = hashComments.map((start) => reportOdd(source, start))
  const suggestions = { left: mostSuggestions }
  const context: ParseContext = { source, diagnostics, assigned, procedures, suggestions }
  const blocks = new BlockReader(context, lines, closing, readStatement, findOpener)
  return { body: blocks.readStatements([]), diagnostics }
}

/** A comment of another language, or one that was hardly meant: `# why`, `-- why`, or a line of `...` or ```. */
function reportOdd(source: string, start: number): Diagnostic {
  const title = "Start the comment with '"
  if (source[start] === "#") {
    const span = { start, end: start + 1 }
    return report("basic.hash_comment", span, {}, { title, edits: [{ span, text: "'" }] })
  }
  if (source[start] === ";") return reportMark(source, start)
  const span = { start, end: findLineEnd(source, start, source.length) }
  const found = source.slice(span.start, span.end).trim()
  const foreign = /^(-{2,}|\/\*)\s*(.*?)(?:\s*\*\/)?$/.exec(found)
  if (foreign !== null) {
    const [, mark = "", text = ""] = foreign
    const edits = [{ span, text: `' ${text}`.trimEnd() }]
    const at = { start, end: start + mark.length }
    const isLong = mark === "/*" && !found.endsWith("*/")
    if (isLong) return report("basic.stray_character", at, { found: mark })
    return report("basic.stray_character", at, { found: mark }, { title, edits })
  }
  const fix = { title: `Remove ${found}`, edits: [{ span, text: "" }] }
  return report("basic.stray_character", span, { found }, fix)
}

/** A `;` alone on its line, or between two statements. */
function reportMark(source: string, start: number): Diagnostic {
  const span = { start, end: start + 1 }
  const isLast = findLineEnd(source, start, source.length) === start + 1
  const title = isLast ? "Remove ;" : "Write : between statements"
  const fix = { title, edits: [{ span, text: isLast ? "" : " :" }] }
  return report("basic.stray_character", span, { found: ";" }, fix)
}

/** Parses one expression alone, as a field of the canvas holds it. Gives the diagnostics instead when it cannot be read. */
export function parseExpression(source: string): {
  expression: Expression | null
  diagnostics: Diagnostic[]
} {
  const diagnostics: Diagnostic[] = []
  const none: ReadonlySet<string> = new Set()
  if (source.length > longestSource)
    return { expression: null, diagnostics: refuse(source).diagnostics }
  const context: ParseContext = {
    source,
    diagnostics,
    assigned: none,
    procedures: none,
    suggestions: { left: mostSuggestions },
  }
  try {
    const reader = new LineReader(context, lexRange(source, 0, source.length))
    const expression = readExpression(reader)
    reader.needEnd("The value")
    return { expression, diagnostics }
  } catch (failure) {
    if (!(failure instanceof ParseFailure)) throw failure
    return { expression: null, diagnostics: [failure.diagnostic] }
  }
}

/** Nobody reads more. Errors stay before warnings, because they decide whether a program may run. */
const mostDiagnostics = 1000

function limit(diagnostics: Diagnostic[]): Diagnostic[] {
  if (diagnostics.length <= mostDiagnostics) return diagnostics
  const errors = diagnostics.filter(({ severity }) => severity === "error")
  const others = diagnostics.filter(({ severity }) => severity !== "error")
  return [...errors, ...others].slice(0, mostDiagnostics)
}

/** Too long to be read: all of it is one statement that prints as it is written. */
function refuse(source: string): Parsed {
  const span = { start: 0, end: source.length }
  const broken: Statement = {
    kind: "BrokenStatement",
    text: source,
    span,
    leading: [],
    trailing: null,
  }
  const facts = { length: source.length, limit: longestSource }
  return {
    program: { kind: "Program", span, body: { statements: [broken], closing: [] } },
    diagnostics: [report("basic.source_too_long", { start: 0, end: 0 }, facts)],
  }
}

function proseDiagnostic(source: string): Diagnostic {
  const end = /^\s*[^\r\n]*/.exec(source.slice(0, 400))?.[0].length ?? 0
  return report("basic.prose_file", { start: 0, end }, {})
}
