import type { Statement, Trivia } from "../ast/nodes.ts"
import { report } from "../diagnostics/report.ts"
import { endOfSchedule } from "../keywords/declarations.ts"
import { asWritten } from "../lexer/characters.ts"
import { countPlaceholder } from "../lexer/placeholder.ts"
import type { CodeLine, RawLine, SourceLine, Token, WordToken } from "../lexer/token.ts"
import { quoteText } from "../printer/text.ts"
import { isAssignment } from "./assign.ts"
import { type BareStatement, placeStatement } from "./bare.ts"
import {
  type BlockReader,
  brokenStatement,
  deepestBlocks,
  headOf,
  listInner,
} from "./block-reader.ts"
import {
  type BlockKind,
  blockNames,
  countPhrase,
  findCloser,
  findForeignCloser,
} from "./block-words.ts"
import { isEventLine, readEvent } from "./event.ts"
import { findForeignEnd } from "./foreign-block.ts"
import { readDefer, readTry } from "./guarded.ts"
import { readIf } from "./if.ts"
import { isInlineIf } from "./inline-if.ts"
import { type Opening, readDo, readFor, readWhile } from "./loops.ts"
import { findNotation, keepNotation } from "./notation.ts"
import { isParallelLine, readParallel } from "./parallel.ts"
import { hasModifier, readProcedure } from "./procedure.ts"
import type { LineReader } from "./reader.ts"
import { readSelect } from "./select.ts"
import { readSimple } from "./simple.ts"
import { takeStrayEnd } from "./stray-end.ts"
import { readTable } from "./table.ts"
import { readTextBlock } from "./text-block.ts"
import { readWith } from "./with.ts"
import { takeStepClauses } from "./workflow.ts"

/** Reads the statement that begins at the next line, with its block if it has one. Always takes at least one line. */
export function readStatement(blocks: BlockReader, added: readonly Trivia[]): Statement {
  const line = blocks.peek()
  if (line === undefined) throw new Error("A statement is read only where a line is left.")
  if (line.kind === "textBlock") return readTextBlock(blocks, line, added)
  if (line.kind === "raw") return readRaw(blocks, line, added)
  const kind = findOpener(line)
  if (kind !== null) return readOpener(blocks, line, kind, added)
  return readLine(blocks, line, added)
}

const openers: ReadonlyMap<string, BlockKind> = new Map([
  ["IF", "if"],
  ["FOR", "for"],
  ["FOREACH", "for"],
  ["WHILE", "while"],
  ["DO", "do"],
  ["SELECT", "select"],
  ["SWITCH", "select"],
  ["SUB", "sub"],
  ["FUNCTION", "function"],
  ["WITH", "with"],
  ["ON", "on"],
  ["TRY", "try"],
  ["SCHEDULE", "schedule"],
  ["SCHEDULE_IN", "schedule"],
  ["STEP", "parallel"],
])

/** Says which block a line opens, or null. A word before `=`, `.` or `[` is a variable, and before `(` a call. */
export function findOpener(line: SourceLine): BlockKind | null {
  if (line.kind !== "code") return null
  const first = line.tokens[0]
  const second = line.tokens[1]
  if (first?.kind !== "word" || second === undefined) return null
  const opener = hasModifier(line.tokens) && second.kind === "word" ? second : first
  const kind = openers.get(opener.upper)
  if (kind === undefined || isNamedLine(line.tokens, first, second)) return null
  if (kind === "if") return isInlineIf(line.tokens) ? null : isBraceIf(line) ? "brace" : "if"
  if (first.upper === "SELECT") return isSelectCase(line.tokens) ? kind : null
  return opensRarely(kind, line.tokens) ? kind : null
}

/** ON, TRY, SCHEDULE and STEP begin other lines as well. */
function opensRarely(kind: BlockKind, tokens: readonly Token[]): boolean {
  switch (kind) {
    case "on":
      return isEventLine(tokens)
    case "parallel":
      return isParallelLine(tokens)
    case "schedule":
      return countPhrase(tokens, "SCHEDULE IN") > 0
    case "try":
      return tokens[1]?.kind === "end" || tokens[1]?.kind === "symbol"
    default:
      return true
  }
}

/** The word is a name: of a variable that is set or reached into, or of something that is called. */
function isNamed(first: WordToken, second: Token): boolean {
  if (second.kind !== "symbol") return false
  if (["=", ".", "?.", "+=", "-=", "*=", "/="].includes(second.text)) return true
  if (second.text === "[") return !second.hasSpaceBefore
  return second.text === "(" && !["IF", "WHILE", "SWITCH", "FOR"].includes(first.upper)
}

/** `FOR = 1 TO 5`: the variable of the loop is missing. */
function isUnnamedLoop([first, second, ...others]: readonly Token[]): boolean {
  if (first?.kind !== "word" || first.upper !== "FOR") return false
  if (second?.kind !== "symbol" || second.text !== "=") return false
  return others.some((token) => token.kind === "word" && token.upper === "TO")
}

/** But for `IF ...` of manuals, and a loop without its variable. */
const isNamedLine = (tokens: readonly Token[], first: WordToken, second: Token): boolean =>
  isNamed(first, second) && !isUnnamedLoop(tokens) && countPlaceholder(tokens, 1) === 0

/** SELECT CASE, or a SELECT that lacks CASE: one name and nothing of a query. */
function isSelectCase(tokens: readonly Token[]): boolean {
  const [, second, third] = tokens
  if (second?.kind !== "word") return false
  return second.upper === "CASE" || third?.kind === "end"
}

function isBraceIf(line: CodeLine): boolean {
  const last = line.tokens.at(-2)
  return last?.kind === "symbol" && last.text === "{block"
}

function readOpener(
  blocks: BlockReader,
  line: CodeLine,
  kind: BlockKind,
  added: readonly Trivia[],
): Statement {
  const start = blocks.index
  const leading = [...added, ...line.leading, ...listInner(line)]
  if (blocks.isTooDeep()) {
    blocks.report("basic.too_deep", headOf(line), { what: "Blocks are", limit: deepestBlocks })
    return skip(blocks, line, kind, added)
  }
  const reader = blocks.readerFor(line.tokens)
  const opening: Opening = { blocks, line, reader, leading }
  const findings = blocks.context.diagnostics.length
  const read = blocks.attempt(() => readBlockStatement(opening, kind))
  if (read !== null) return read
  blocks.index = start
  const broken = skip(blocks, line, kind, added)
  const notation = findNotation(line)
  if (notation === null || broken.kind !== "BrokenStatement") return broken
  noteNotation(blocks, line, notation, findings)
  const { words } = keepNotation(blocks.readerFor(line.tokens), line)
  return { ...broken, kind: "UnknownStatement", words }
}

function skip(
  blocks: BlockReader,
  line: CodeLine,
  kind: BlockKind,
  added: readonly Trivia[],
): Statement {
  const broken = blocks.skipBlock(line, kind)
  return { ...broken, leading: [...added, ...broken.leading] }
}

function readBlockStatement(opening: Opening, kind: BlockKind): Statement | null {
  switch (kind) {
    case "if":
    case "brace":
      return readIf(opening.blocks, opening.line, opening.reader, opening.leading)
    case "for":
      return readFor(opening)
    case "while":
      return readWhile(opening)
    case "do":
      return readDo(opening)
    case "select":
      return readSelect(opening)
    case "with":
      return readWith(opening)
    case "on":
      return readEvent(opening)
    case "schedule":
      return readDefer(opening)
    case "try":
      return readTry(opening)
    case "parallel":
      return readParallel(opening)
    default:
      return readProcedure(opening)
  }
}

function readLine(blocks: BlockReader, line: CodeLine, added: readonly Trivia[]): Statement {
  const stray = findStray(line)
  if (stray !== null && !endsDeclared(blocks, stray.words))
    return reportStray(blocks, line, stray, added)
  const start = blocks.index
  const findings = blocks.context.diagnostics.length
  const read = blocks.attempt(() => {
    const reader = blocks.readerFor(line.tokens)
    return readOneLine(blocks, line, reader, added, stray === null ? readSimple : takeScheduleEnd)
  })
  if (read !== null) return read
  blocks.index = start + 1
  const kept = keepIfNotation(blocks, line, added, findings)
  if (kept !== null) return kept
  return brokenStatement(blocks.context.source, line, line.end, added)
}

/** A line with the marks of a manual, which cannot be read: it is kept as it is written. */
function keepIfNotation(
  blocks: BlockReader,
  line: CodeLine,
  added: readonly Trivia[],
  findings: number,
): Statement | null {
  const notation = findNotation(line)
  if (notation === null) return null
  noteNotation(blocks, line, notation, findings)
  const reader = blocks.readerFor(line.tokens)
  const span = { start: line.start, end: line.end }
  const leading = [...added, ...line.leading]
  return placeStatement(keepNotation(reader, line), span, leading, line.trailing)
}

/** One warning instead of what was found since. */
function noteNotation(
  blocks: BlockReader,
  line: CodeLine,
  notation: { start: number; end: number },
  findings: number,
) {
  const { source, diagnostics } = blocks.context
  diagnostics.length = findings
  const found = asWritten(source, notation.start, notation.end)
  blocks.readerFor(line.tokens).note("basic.placeholder", notation, { found })
}

function readOneLine(
  blocks: BlockReader,
  line: CodeLine,
  reader: LineReader,
  added: readonly Trivia[],
  read: (reader: LineReader) => BareStatement,
): Statement {
  blocks.index++
  if (reader.isWord("IF") && !isAssignment(reader) && isInlineIf(line.tokens))
    return readIf(blocks, line, reader, [...added, ...line.leading])
  const bare = read(reader)
  takeStrayEnd(reader)
  reader.needEnd(nameOf(bare, reader))
  return finish(blocks, line, bare, added)
}

function finish(
  blocks: BlockReader,
  line: CodeLine,
  bare: BareStatement,
  added: readonly Trivia[],
): Statement {
  const above = added.length === 0 ? line.leading : [...added, ...line.leading]
  if (bare.kind !== "UnknownStatement") {
    const span = { start: line.start, end: line.end }
    const inner = listInner(line)
    const leading = inner.length === 0 ? above : [...above, ...inner]
    const placed = placeStatement(bare, span, leading, line.trailing)
    return takeStepClauses(blocks, placed)
  }
  const last = findForeignEnd(blocks, bare.words)
  if (last === null)
    return placeStatement(bare, { start: line.start, end: line.end }, above, line.trailing)
  blocks.index = last.index + 1
  const text = asWritten(blocks.context.source, line.start, last.end)
  return placeStatement({ ...bare, text }, { start: line.start, end: last.end }, above, null)
}

function nameOf(bare: BareStatement, reader: LineReader): string {
  if (bare.kind === "CommandStatement") return bare.keyword
  if (bare.kind === "HearStatement") return "HEAR"
  if (bare.kind === "UnknownStatement") return bare.words
  if (bare.kind === "GotoStatement") return "GOTO"
  const first = reader.tokens[0]
  const isValue = bare.kind === "AssignStatement" || bare.kind === "ExpressionStatement"
  return isValue || first?.kind !== "word" ? "The value" : first.upper
}

/** END SCHEDULE ends SCHEDULE IN, and may stand below SET SCHEDULE as well. */
const endsDeclared = (blocks: BlockReader, words: string): boolean =>
  words === endOfSchedule &&
  blocks.lines
    .slice(Math.max(0, blocks.index - mostScheduled), blocks.index)
    .some((each) => each.kind === "code" && countPhrase(each.tokens, "SET SCHEDULE") > 0)

function takeScheduleEnd(reader: LineReader): BareStatement {
  reader.index += countPhrase(reader.tokens, endOfSchedule)
  return { kind: "UnknownStatement", words: endOfSchedule, text: endOfSchedule }
}

/** Units: lines between SET SCHEDULE and its END SCHEDULE. */
const mostScheduled = 300

function findStray(line: CodeLine): { words: string; opener: string } | null {
  const closer = findCloser(line)
  if (closer !== null)
    return { words: closer.words, opener: blockNames[closer.kinds[0] ?? "if"].opener }
  return findForeignCloser(line)
}

function reportStray(
  blocks: BlockReader,
  line: CodeLine,
  stray: { words: string; opener: string },
  added: readonly Trivia[],
): Statement {
  const count = Math.max(1, countPhrase(line.tokens, stray.words))
  const span = { start: line.start, end: line.tokens[count - 1]?.end ?? line.end }
  blocks.index++
  const opener = stray.words === "END FOR" ? "FOR EACH" : stray.opener
  if (stray.words === "ELSE" && blocks.isInside("select"))
    blocks.report("basic.else_in_select", span, {})
  else blocks.report("basic.stray_closer", span, { found: stray.words, opener })
  return brokenStatement(blocks.context.source, line, line.end, added)
}

/** Lines that follow rules of their own are kept as they are written. */
function readRaw(blocks: BlockReader, line: RawLine, added: readonly Trivia[]): Statement {
  blocks.index++
  const span = { start: line.start, end: line.end }
  const head = { start: line.start, end: Math.min(line.end, line.start + line.words.length) }
  if (line.words === "DESCRIPTION") return readBareDescription(blocks, line, added)
  if (!line.isClosed)
    blocks.report("basic.unclosed_block", head, { opener: line.words, closer: `END ${line.words}` })
  else if (line.words === "TABLE") return readTable(blocks, line, added)
  const text = asWritten(blocks.context.source, line.start, line.end)
  return placeStatement(
    { kind: "UnknownStatement", words: line.words, text },
    span,
    [...added, ...line.leading],
    line.trailing,
  )
}

/** DESCRIPTION without quotes: the rest of the line, and lines that plainly go on with it. */
function readBareDescription(
  blocks: BlockReader,
  line: RawLine,
  added: readonly Trivia[],
): Statement {
  const { source } = blocks.context
  const start = line.start + (/^\S+\s+/.exec(source.slice(line.start, line.end))?.[0].length ?? 0)
  const span = { start, end: line.end }
  const value = asWritten(source, start, line.end).trim()
  const edits = [{ span, text: quoteText(value, false) }]
  const facts = { found: value, keyword: "DESCRIPTION" }
  blocks.context.diagnostics.push(
    report("basic.unquoted_text", span, facts, { title: "Put it in quotes", edits }),
  )
  return placeStatement(
    {
      kind: "DescriptionStatement",
      text: { kind: "TextLiteral", value, isMultiline: false, span },
    },
    { start: line.start, end: line.end },
    [...added, ...line.leading],
    line.trailing,
  )
}
