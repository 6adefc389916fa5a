import type { Statement } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { closerOf } from "../keywords/declarations.ts"
import { findLineEnd, skipBlanks, skipLineBreak } from "../lexer/characters.ts"
import { isOperandNext } from "../lexer/comment.ts"
import type { CodeLine, SourceLine, Token } from "../lexer/token.ts"
import { collectAssigned, collectProcedures } from "../parser/assigned-names.ts"
import { normalName } from "../parser/normal-name.ts"

/**
 * One statement of the outermost level with the comments above it and all lines of its blocks. Segments tile a text
 * without gaps. Offsets inside count from where the segment stood when it was parsed (`origin`); `start` is where it
 * stands now.
 */
export interface Segment {
  readonly start: number
  readonly length: number
  readonly origin: number
  readonly lines: readonly SourceLine[]
  readonly statements: readonly Statement[]
  readonly diagnostics: readonly Diagnostic[]
  /** Names its lines set, and its SUBs and FUNCTIONs: they decide how other segments are read. */
  readonly assigned: ReadonlySet<string>
  readonly procedures: ReadonlySet<string>
  /** Every word, in normal spelling. */
  readonly words: ReadonlySet<string>
  /** How it is read depends on more than what stands in it. */
  readonly isLoose: boolean
  /** It cannot be read and looks as if it began a block. */
  readonly isOpening: boolean
  /** It ends a block that nothing begins, or looks as if it did. */
  readonly isClosing: boolean
  /** A `"` nothing closes. */
  readonly hasOpenText: boolean
  /** A `'` or another rare quote nothing closes. */
  readonly hasOpenRareText: boolean
  /** A text of several lines between `"`. */
  readonly hasLongText: boolean
}

/** The same segment elsewhere: thousands are made with every key, so that one is as small as it can be. */
class MovedSegment implements Segment {
  readonly start: number
  readonly read: Segment
  constructor(start: number, read: Segment) {
    this.start = start
    this.read = read
  }
  get length() {
    return this.read.length
  }
  get origin() {
    return this.read.origin
  }
  get lines() {
    return this.read.lines
  }
  get statements() {
    return this.read.statements
  }
  get diagnostics() {
    return this.read.diagnostics
  }
  get assigned() {
    return this.read.assigned
  }
  get procedures() {
    return this.read.procedures
  }
  get words() {
    return this.read.words
  }
  get isLoose() {
    return this.read.isLoose
  }
  get isOpening() {
    return this.read.isOpening
  }
  get isClosing() {
    return this.read.isClosing
  }
  get hasOpenText() {
    return this.read.hasOpenText
  }
  get hasOpenRareText() {
    return this.read.hasOpenRareText
  }
  get hasLongText() {
    return this.read.hasLongText
  }
}

export const moveSegment = (segment: Segment, by: number): Segment =>
  new MovedSegment(segment.start + by, segment instanceof MovedSegment ? segment.read : segment)

/** Where the line of text that holds `offset` ends, with its line break. */
export const lineEndAfter = (source: string, offset: number): number =>
  skipLineBreak(source, findLineEnd(source, offset, source.length), source.length)

/** What was read between two places of a text. */
export interface ReadPart {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly lines: readonly SourceLine[]
  readonly statements: readonly Statement[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Cuts a part at its outermost statements; one segment for all of it when a statement does not begin where a line does. */
export function cutSegments(part: ReadPart): Segment[] {
  const { statements, lines, source } = part
  const lineIndexes = new Map(lines.map((line, index) => [line.start, index]))
  const firsts = statements.map(({ span }) => lineIndexes.get(span.start) ?? -1)
  const isOrdered = firsts.every((first, at) => first >= 0 && first > (firsts[at - 1] ?? -1))
  const isShared = lines.some((line, at) => {
    const next = lines[at + 1]
    const end = lineEndAfter(source, line.end)
    return (next !== undefined && next.start < end) || isCommented(source, line, end)
  })
  const isLoose = !isOrdered || isShared
  if (isLoose || firsts.length === 0 || firsts[0] !== 0) return [makeSegment(part, isLoose)]
  const found: Segment[] = []
  let start = part.start
  let diagnosed = 0
  const diagnostics = [...part.diagnostics].sort((a, b) => a.span.start - b.span.start)
  statements.forEach((statement, at) => {
    const next = firsts[at + 1]
    const last = lines[(next ?? lines.length) - 1]
    const end = next === undefined || last === undefined ? part.end : lineEndAfter(source, last.end)
    const from = diagnosed
    while (diagnosed < diagnostics.length && (diagnostics[diagnosed]?.span.start ?? 0) < end)
      diagnosed++
    const isLast = next === undefined
    found.push(
      makeSegment({
        source,
        start,
        end,
        lines: lines.slice(firsts[at], next),
        statements: [statement],
        diagnostics: diagnostics.slice(from, isLast ? undefined : diagnosed),
      }),
    )
    start = end
  })
  return found
}

/** The comment behind the end of a block of text belongs to the statement below. */
const isCommented = (source: string, { kind, end }: SourceLine, lineEnd: number): boolean =>
  kind !== "code" && source.slice(end, lineEnd).trim() !== ""

function makeSegment(part: ReadPart, isLoose = false): Segment {
  const words = new Set<string>()
  const texts: Texts = { open: false, openRare: false, long: false }
  for (const line of part.lines) collectWords(part.source, line, words, texts)
  return {
    start: part.start,
    length: part.end - part.start,
    origin: part.start,
    lines: part.lines,
    statements: part.statements,
    diagnostics: part.diagnostics,
    assigned: collectAssigned(part.lines),
    procedures: collectProcedures(part.lines),
    words,
    isLoose:
      isLoose ||
      part.diagnostics.some(({ code }) => strangeCodes.has(code)) ||
      part.statements.some(isUnsettled) ||
      part.lines.some(isOpenTable) ||
      reachesOut(part),
    isOpening: isOpening(part),
    isClosing: isClosing(part),
    hasOpenText: texts.open || part.lines.some((line) => line.kind !== "code" && !line.isClosed),
    hasOpenRareText: texts.openRare,
    hasLongText: texts.long,
  }
}

interface Texts {
  open: boolean
  openRare: boolean
  long: boolean
}

function collectWords(source: string, line: SourceLine, words: Set<string>, texts: Texts) {
  const tokens: readonly Token[] =
    line.kind === "code" ? line.tokens : line.kind === "textBlock" ? line.header : []
  if (line.kind === "code") texts.openRare ||= mayBecomeText(source, line)
  for (const token of tokens) {
    if (token.kind === "word") words.add(normalName(token.text))
    if (token.kind !== "text") continue
    const isRare = token.quote !== '"' && token.quote !== "\u201c"
    texts.open ||= !token.isClosed && !isRare
    texts.openRare ||= !token.isClosed && isRare
    texts.long ||= token.isMultiline && !isRare
    if (token.segments.some(({ kind }) => kind === "expression"))
      addWords(source.slice(token.start, token.end), words)
  }
  if (line.kind !== "code") addWords(source.slice(line.start, line.end), words)
}

/** Where an operand may begin, a `'` begins a comment only as long as no other `'` comes below it. */
function mayBecomeText(source: string, { tokens, inner, trailing, start, end }: CodeLine): boolean {
  if (inner.length > 0 && source.slice(start, end).includes("'")) return true
  if (trailing === null || !isOperandNext(tokens.slice(0, -1))) return false
  return source[skipBlanks(source, end, source.length)] === "'"
}

const addWords = (text: string, words: Set<string>) => {
  for (const [word] of text.matchAll(/[\p{L}_][\p{L}\p{M}\p{N}_]*/gu)) words.add(normalName(word))
}

/** Findings about more than the segment. */
const strangeCodes: ReadonlySet<string> = new Set([
  "basic.unclosed_block",
  "basic.too_deep",
  "basic.unknown_block",
  "basic.prose_file",
  "basic.source_too_long",
  "basic.stray_character",
])

/** Their first line alone decides whether they can be read. */
const openingWord = /^[ \t]*(?:IF|FOR|WHILE)[ \t][^\r\n]*$/iu
const blockWord =
  /^\s*(?:IF|FOR|FOREACH|WHILE|DO|SELECT|SWITCH|SUB|FUNCTION|WITH|BEGIN|TABLE|ON|TRY|CATCH|SCHEDULE)/iu
const closingWord = /^\s*(?:END|NEXT|LOOP|WEND|EL|CASE|DEFAULT|CATCH|\})/iu

const isKept = (
  statement: Statement,
): statement is Extract<Statement, { kind: "BrokenStatement" | "UnknownStatement" }> =>
  statement.kind === "BrokenStatement" || statement.kind === "UnknownStatement"

const isOpening = ({ statements }: ReadPart): boolean =>
  statements.some(
    (each) =>
      (isKept(each) && openingWord.test(each.text)) ||
      (each.kind === "IfStatement" && each.otherwise === null) ||
      each.kind === "UnknownStatement" ||
      (each.kind === "EventStatement" && each.body === null),
  )

/** Below a `CREATE TABLE t (` that nothing closes, no other is looked for. */
const isOpenTable = (line: SourceLine): boolean =>
  line.kind === "code" &&
  isWord(line.tokens[0], "CREATE") &&
  isWord(line.tokens[1], "TABLE") &&
  line.tokens.some((token) => token.kind === "symbol" && token.text === "(" && token.match === null)

const isWord = (token: Token | undefined, upper: string): boolean =>
  token?.kind === "word" && token.upper === upper

/** Inside a block, ON and a WITH that cannot be read look for their ends behind that of the block. */
function reachesOut({ lines, diagnostics }: ReadPart): boolean {
  const hasErrors = diagnostics.some(({ severity }) => severity === "error")
  return lines.some((line, at) => {
    const first = at > 0 && line.kind === "code" ? line.tokens[0] : undefined
    return first?.kind === "word" && (first.upper === "ON" || (hasErrors && first.upper === "WITH"))
  })
}

const isUnsettled = (each: Statement): boolean =>
  isKept(each) &&
  (each.text.includes("/*") ||
    (blockWord.test(each.text) && !openingWord.test(each.text)) ||
    (each.kind === "UnknownStatement" && closerOf(each.words) !== null))

const isClosing = ({ diagnostics, statements }: ReadPart): boolean =>
  diagnostics.some(({ code }) => code === "basic.stray_closer") ||
  statements.some((each) => isKept(each) && closingWord.test(each.text))

/**
 * Says whether each segment is read by what stands in it alone: none is strange, and where one looks as if it began a
 * block, none behind it has an end that might belong to it.
 */
export function areSettled(segments: readonly Segment[]): boolean {
  let isOpen = false
  for (const segment of segments) {
    if (segment.isLoose || (isOpen && segment.isClosing)) return false
    isOpen ||= segment.isOpening
  }
  return true
}
