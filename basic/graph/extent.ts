/**
 * How far statements reach in the text. A span covers the line a statement begins with; bodies and the
 * line that closes them are found here. Between statements stand only comments, blank lines, and the
 * lines that open and close bodies, so the next line of code is always one of those.
 */
import { listBlocks } from "../ast/blocks.ts"
import type { Block, Statement } from "../ast/nodes.ts"
import { isLineBreak, skipBlanks } from "../lexer/characters.ts"
import { readLineComment } from "../lexer/comment.ts"
import { lineEnd, nextLine } from "./lines.ts"

/** The lines of a structured statement. Units: offsets of the source. */
export interface Extent {
  /** Behind the last character of the statement, closing line included. */
  readonly end: number
  /** The start of the line that closes it; null when that line is missing. */
  readonly closer: number | null
  /** By outlet: the start of the line that opens the body, and of the first line behind that line. */
  readonly heads: ReadonlyMap<string, { readonly line: number; readonly body: number }>
}

const known = new WeakMap<Statement, Extent>()

/** Measures a statement that was read from `source`. */
export function extentOf(source: string, statement: Statement): Extent {
  const found = known.get(statement)
  if (found !== undefined) return found
  const extent = measure(source, statement)
  known.set(statement, extent)
  return extent
}

export const endOf = (source: string, statement: Statement): number =>
  extentOf(source, statement).end

function measure(source: string, statement: Statement): Extent {
  const { end } = statement.span
  const heads = new Map<string, { line: number; body: number }>()
  if (statement.kind === "WithStatement") {
    const last = statement.fields.at(-1)
    return close(source, statement, nextLine(source, last?.value.span.end ?? end), heads)
  }
  const blocks = listBlocks(statement)
  if (blocks.length === 0 && statement.kind !== "SelectStatement")
    return { end, closer: null, heads }
  if (statement.kind === "IfStatement" && isOnOneLine(statement))
    return { end, closer: null, heads }
  let at = nextLine(source, end)
  blocks.forEach(({ outlet, block }, index) => {
    const isOpenedByFirst = index === 0 && statement.kind !== "SelectStatement"
    const line = isOpenedByFirst ? statement.span.start : nextCode(source, at)
    const body = isOpenedByFirst ? at : nextLine(source, headEnd(statement, outlet) ?? line)
    heads.set(outlet, { line, body })
    at = behind(source, block, body)
  })
  return close(source, statement, at, heads)
}

/** The start of the line behind the last statement of a block; `start` when there is none. */
function behind(source: string, { statements }: Block, start: number): number {
  const last = statements.at(-1)
  return last === undefined ? start : nextLine(source, endOf(source, last))
}

const isOnOneLine = (statement: Extract<Statement, { kind: "IfStatement" }>): boolean =>
  statement.isInline &&
  listBlocks(statement).every(({ block }) =>
    block.statements.every(({ span }) => span.end <= statement.span.end),
  )

/** The end of the last expression of the line that opens a body. */
function headEnd(statement: Statement, outlet: string): number | null {
  const index = Number(outlet.split(":")[1] ?? 0)
  if (statement.kind === "IfStatement" && outlet !== "no") {
    return statement.branches[index]?.condition.span.end ?? null
  }
  if (statement.kind === "SelectStatement" && outlet !== "else") {
    return statement.cases[index]?.values.at(-1)?.span.end ?? null
  }
  return null
}

function close(source: string, statement: Statement, at: number, heads: Extent["heads"]): Extent {
  const line = nextCode(source, at)
  const text = source.slice(line, lineEnd(source, line))
  const pattern = closers[statement.kind]
  if (line < source.length && pattern !== undefined && pattern.test(text)) {
    return { end: Math.max(line + text.trimEnd().length, loopEnd(statement)), closer: line, heads }
  }
  return { end: lastCode(source, statement.span.end, at), closer: null, heads }
}

/** The condition behind LOOP may go on over several lines. */
const loopEnd = (statement: Statement): number =>
  statement.kind === "DoStatement" && statement.test?.at === "end"
    ? statement.test.condition.span.end
    : 0

const closers: Partial<Record<Statement["kind"], RegExp>> = {
  IfStatement: /^\s*(end[\s_]*if\b|\})/i,
  SelectStatement: /^\s*end[\s_]*(select|switch)\b/i,
  ForEachStatement: /^\s*(next\b|end[\s_]*for\b)/i,
  ForStatement: /^\s*(next\b|end[\s_]*for\b)/i,
  WhileStatement: /^\s*(wend\b|end[\s_]*while\b)/i,
  DoStatement: /^\s*loop\b/i,
  ProcedureStatement: /^\s*end[\s_]*(sub|function)\b/i,
  WithStatement: /^\s*end[\s_]*with\b/i,
  EventStatement: /^\s*end[\s_]*on\b/i,
  DeferStatement: /^\s*end[\s_]*schedule\b/i,
  TryStatement: /^\s*end[\s_]*try\b/i,
  ParallelStatement: /^\s*end[\s_]*parallel\b/i,
}

/** The end of the last line before `at` that is not the statement's first. */
function lastCode(source: string, from: number, at: number): number {
  const text = source.slice(from, at)
  return from + text.trimEnd().length
}

/** The start of the first line from `at` on that is neither blank nor a comment. */
function nextCode(source: string, at: number): number {
  let line = at
  while (line < source.length) {
    const first = skipBlanks(source, line, source.length)
    const isBlank = first >= source.length || isLineBreak(source[first])
    if (!isBlank && readLineComment(source, first, source.length) === null) return line
    line = nextLine(source, line)
  }
  return source.length
}
