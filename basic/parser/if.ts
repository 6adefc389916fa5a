import type { Block, Expression, IfBranch, IfStatement, Statement, Trivia } from "../ast/nodes.ts"
import { asWritten } from "../lexer/characters.ts"
import type { CodeLine, Token } from "../lexer/token.ts"
import { type BareStatement, placeStatement } from "./bare.ts"
import {
  type BlockReader,
  type CloserLine,
  headOf,
  listInner,
  listTrailing,
} from "./block-reader.ts"
import { blockNames, findCloserAt } from "./block-words.ts"
import { isElseBelow } from "./else-below.ts"
import { readExpression } from "./expressions.ts"
import { findThen, isInlineIf } from "./inline-if.ts"
import { findMark } from "./notation.ts"
import { takeLabel } from "./place.ts"
import type { LineReader } from "./reader.ts"
import { readSimple } from "./simple.ts"
import { takeStrayEnd } from "./stray-end.ts"

/** IF in its three shapes: block, one line, and the braces of other languages. `reader` stands at IF. */
export function readIf(
  blocks: BlockReader,
  line: CodeLine,
  reader: LineReader,
  leading: readonly Trivia[],
): Statement {
  const last = reader.tokens.at(-2)
  const isBrace = last?.kind === "symbol" && last.text === "{block"
  if (isInlineIf(reader.tokens)) return readInline(blocks, line, reader, leading)
  blocks.index++
  reader.take()
  if (isBrace) return readBraces(blocks, line, reader, leading)
  return readBranches(blocks, line, reader, leading)
}

const place = (line: CodeLine, leading: readonly Trivia[]) => ({
  span: { start: line.start, end: line.end },
  leading,
  trailing: line.trailing,
})

function readBranches(
  blocks: BlockReader,
  line: CodeLine,
  reader: LineReader,
  leading: readonly Trivia[],
): IfStatement {
  const first = { condition: readCondition(blocks, reader), body: blocks.readBlock("if") }
  return { ...readOtherBranches(blocks, line, first), ...place(line, leading) }
}

/** What follows the first body: ELSE IF, ELSE and END IF. */
function readOtherBranches(blocks: BlockReader, line: CodeLine, first: IfBranch): BareIf {
  const branches: IfBranch[] = [first]
  let otherwise: Block | null = null
  while (true) {
    const found = blocks.takeCloser("if", headOf(line))
    if (found === null) break
    const { closer } = found
    const added = listTrailing(found.line)
    if (closer.words === "END IF" || closer.words === "ENDIF") {
      otherwise = addClosing(branches, otherwise, added)
      blocks.attempt(() => found.reader.needEnd("END IF"))
      break
    }
    if (otherwise !== null)
      blocks.report("basic.stray_closer", headOf(found.line), { found: closer.words, opener: "IF" })
    if (closer.words === "ELSE") {
      const body = readElse(blocks, found)
      otherwise = otherwise === null ? body : joinBlocks(otherwise, body)
    } else {
      if (closer.words === "ELIF" || closer.words === "ELSIF")
        blocks.report("basic.unknown_statement", headOf(found.line), {
          found: closer.words,
          nearest: "ELSE IF",
        })
      const { condition, body } = readElseIf(blocks, found)
      if (otherwise === null) branches.push({ condition, body })
      else otherwise = joinBlocks(otherwise, body)
    }
  }
  return { kind: "IfStatement", branches, otherwise, isInline: false }
}

/** `ELSE IF c THEN`. A statement on its line is the first of the body. */
function readElseIf(blocks: BlockReader, { line, reader }: CloserLine): IfBranch {
  const from = reader.index
  const then = findThen(reader.tokens)
  if (then < 0 || reader.tokens[then + 1]?.kind === "end")
    return {
      condition: readCondition(blocks, reader),
      body: blocks.readBlock("if", listTrailing(line)),
    }
  const condition =
    blocks.attempt(() => {
      const read = readExpression(reader)
      reader.needWord("THEN", "ELSE IF")
      return read
    }) ?? errorExpression(reader, from, "THEN")
  reader.index = then + 1
  const { start } = reader.peek()
  const first = blocks.attempt(() => {
    const { statements } = readInlineBody(reader)
    reader.needEnd("ELSE IF")
    return statements
  })
  const body = blocks.readBlock("if", listTrailing(line))
  const text = keepApart(asWritten(blocks.context.source, start, line.end))
  const broken = { kind: "BrokenStatement", text } as const
  const begun = first ?? [placeStatement(broken, { start, end: line.end }, [], null)]
  return { condition, body: { ...body, statements: [...begun, ...body.statements] } }
}

/** On a line of its own the rest of the line of ELSE must not begin a block that nothing ends. */
const keepApart = (text: string): string =>
  /^(?:IF|WHILE|FOR|FOREACH|DO|SELECT|SWITCH|SUB|FUNCTION|WITH|TRY|ON|STEP|SCHEDULE)\b/i.test(text)
    ? `: ${text}`
    : text

/** The body of ELSE. A statement on the line of ELSE is its first. */
function readElse(blocks: BlockReader, { line, reader }: CloserLine): Block {
  reader.takeSymbol(":")
  if (reader.isAtEnd()) return blocks.readBlock("if", listTrailing(line))
  const start = reader.peek().start
  const span = { start, end: line.end }
  const bare = blocks.attempt(() => {
    failAtCondition(reader)
    const read = readSimple(reader)
    reader.needEnd("ELSE")
    return read
  }) ?? {
    kind: "BrokenStatement" as const,
    text: keepApart(asWritten(blocks.context.source, start, line.end)),
  }
  const first = placeStatement(bare, span, [], line.trailing)
  const body = blocks.readBlock("if")
  return { ...body, statements: [first, ...body.statements] }
}

/** `ELSE x = 3 THEN` is an ELSE IF. */
function failAtCondition(reader: LineReader) {
  const last = reader.tokens.at(-2)
  if (last?.kind !== "word" || last.upper !== "THEN" || reader.isWord("IF")) return
  const span = { start: reader.peek().start, end: last.end }
  const condition = reader.context.source.slice(span.start, last.start).trim()
  reader.fail("basic.else_with_condition", span, { condition })
}

const joinBlocks = (first: Block, second: Block): Block => ({
  statements: [...first.statements, ...second.statements],
  closing: [...first.closing, ...second.closing],
})

/** Adds the comment behind END IF to the last body; gives the ELSE body back. */
function addClosing(
  branches: IfBranch[],
  otherwise: Block | null,
  added: readonly Trivia[],
): Block | null {
  if (added.length === 0) return otherwise
  if (otherwise !== null) return { ...otherwise, closing: [...otherwise.closing, ...added] }
  const last = branches.pop()
  if (last !== undefined)
    branches.push({ ...last, body: { ...last.body, closing: [...last.body.closing, ...added] } })
  return null
}

/** Reads a condition up to THEN and the end of the line. One that cannot be read is kept as text. */
function readCondition(blocks: BlockReader, reader: LineReader): Expression {
  const from = reader.index
  return (
    blocks.attempt(() => {
      const condition = readExpression(reader)
      if (!reader.takeWord("THEN")) reportMissingThen(reader)
      reader.takeSymbol(":")
      takeStrayEnd(reader)
      reader.needEnd("THEN")
      return condition
    }) ?? errorExpression(reader, from, "THEN")
  )
}

function reportMissingThen(reader: LineReader) {
  if (!reader.isAtEnd()) reader.failRest("The condition")
  const at = { start: reader.lastEnd(), end: reader.lastEnd() }
  reader.note(
    "basic.missing_word",
    at,
    { keyword: "IF", word: "THEN" },
    {
      title: "Add THEN",
      edits: [{ span: at, text: " THEN" }],
    },
  )
}

/** The marks of a manual explain why reading failed just now: a warning about them takes the place of the error. */
function takesNotation(reader: LineReader): boolean {
  const { tokens, context } = reader
  const notation = findMark(tokens)
  if (notation === null) return false
  context.diagnostics.pop()
  const found = asWritten(context.source, notation.start, notation.end)
  reader.note("basic.placeholder", notation, { found })
  return true
}

/** Keeps what stands between the opening words and `stop` (or the end of the line) as written. */
export function errorExpression(reader: LineReader, from: number, stop: string | null): Expression {
  const tokens: readonly Token[] = reader.tokens
  const isStop = (token: Token) => token.kind === "word" && token.upper === stop
  const end = tokens.findIndex(
    (token, index) => index >= from && (token.kind === "end" || isStop(token)),
  )
  const last = tokens[Math.max(end, from) - 1]
  const start = tokens[from]?.start ?? 0
  const written = asWritten(
    reader.context.source,
    start,
    end > from && last !== undefined ? last.end : start,
  )
  const text = stop === null ? written : written.replace(/\s+THEN$/i, "")
  const span = { start, end: start + text.length }
  if (takesNotation(reader)) return { kind: "UnknownCommandExpression", words: text, text, span }
  return { kind: "ErrorExpression", text, span }
}

/** `IF c THEN statement [ELSE statement]`. */
function readInline(
  blocks: BlockReader,
  line: CodeLine,
  reader: LineReader,
  leading: readonly Trivia[],
): Statement {
  const bare = readInlineBare(reader)
  const isEnded = reader.isWord("END") && reader.isWord("IF", 1)
  if (isEnded) reader.index += 2
  const isClosed = isEnded || reader.takeWord("ENDIF")
  reader.needEnd("The IF")
  const [first] = bare.branches
  if (!isClosed && bare.otherwise === null && first !== undefined && isElseBelow(blocks)) {
    const trailing = listTrailing(line)
    const body = { ...first.body, closing: [...first.body.closing, ...trailing] }
    const read = readOtherBranches(blocks, line, { ...first, body })
    return { ...read, ...place(line, [...leading, ...listInner(line)]), trailing: null }
  }
  return {
    ...bare,
    span: { start: line.start, end: line.end },
    leading: [...leading, ...listInner(line)],
    trailing: line.trailing,
  }
}

type BareIf = Omit<IfStatement, "span" | "leading" | "trailing">

function readInlineBare(reader: LineReader): BareIf {
  reader.take()
  const condition = readExpression(reader)
  reader.needWord("THEN", "IF")
  if (reader.isSymbol(":") && reader.peek(1).kind === "end") reader.failExpecting("a statement")
  const body = readInlineBody(reader)
  const otherwise = readInlineElse(reader)
  const isInline = isShort(body) && (otherwise === null || isShort(otherwise))
  return { kind: "IfStatement", branches: [{ condition, body }], otherwise, isInline }
}

/** `ELSE statement` and `ELSEIF c THEN statement`, which is ELSE IF. */
function readInlineElse(reader: LineReader): Block | null {
  if (reader.takeWord("ELSE")) return readInlineBody(reader)
  if (!reader.isWord("ELSEIF")) return null
  const { start } = reader.peek()
  const bare = reader.nest(reader.peek(), () => readInlineBare(reader))
  const statement = placeStatement(bare, reader.spanFrom(start), [], null)
  return { statements: [statement], closing: [] }
}

/** One statement that fits on the line of its IF. */
const isShort = ({ statements: [first, ...more] }: Block): boolean =>
  more.length === 0 && (first?.kind !== "IfStatement" || first.isInline)

/** The statements behind THEN or ELSE, parted by `:`. */
function readInlineBody(reader: LineReader): Block {
  reader.takeSymbol(":")
  const statements = [readInlineStatement(reader)]
  while (reader.takeSymbol(":") && !isInlineEnd(reader))
    statements.push(readInlineStatement(reader))
  return { statements, closing: [] }
}

const isInlineEnd = (reader: LineReader): boolean =>
  reader.isAtEnd() ||
  reader.isWord("ELSE") ||
  reader.isWord("ELSEIF") ||
  reader.isWord("ENDIF") ||
  (reader.isWord("END") && reader.isWord("IF", 1))

function readInlineStatement(reader: LineReader): Statement {
  const wasInline = reader.isInlineIf
  const start = reader.peek().start
  reader.isInlineIf = true
  reader.isInList = false
  failAtCloser(reader)
  const bare = reader.isWord("IF")
    ? reader.nest(reader.peek(), () => readInlineBare(reader))
    : (readLineNumber(reader) ?? readSimple(reader))
  reader.isInlineIf = wasInline
  if (bare.kind === "LabelStatement") reader.failExpecting("a statement after THEN")
  return placeStatement(bare, reader.spanFrom(start), [], null)
}

/** `IF c THEN x = 1 : NEXT`: on its line an IF holds nothing but itself, so that no other block ends there. */
function failAtCloser(reader: LineReader) {
  const closer = findCloserAt(reader.tokens.slice(reader.index))
  if (closer === null || reader.isWord("ELSE")) return
  const { start } = reader.peek()
  const { end } = reader.peek(closer.tokenCount - 1)
  const opener = blockNames[closer.kinds[0] ?? "if"].opener
  reader.fail("basic.stray_closer", { start, end }, { found: closer.words, opener })
}

/** `IF c THEN 200`: the jump of numbered lines. */
function readLineNumber(reader: LineReader): BareStatement | null {
  const number = reader.peek()
  const next = reader.peek(1)
  const isAlone = next.kind === "end" || reader.isWord("ELSE", 1)
  if (number.kind !== "number" || !isAlone) return null
  return { kind: "GotoStatement", label: takeLabel(reader) }
}

/** `if c {` ... `} else if d {` ... `} else {` ... `}`. */
function readBraces(
  blocks: BlockReader,
  line: CodeLine,
  reader: LineReader,
  leading: readonly Trivia[],
): IfStatement {
  blocks.report("basic.brace_block", { start: line.end - 1, end: line.end }, {})
  const branches: IfBranch[] = [
    { condition: readBraceCondition(blocks, reader), body: blocks.readBlock("brace") },
  ]
  let otherwise: Block | null = null
  while (true) {
    const found = blocks.takeCloser("brace", headOf(line))
    if (found === null) break
    const added = listTrailing(found.line)
    if (!found.reader.takeWord("ELSE") && !found.reader.takeWord("ELSEIF")) {
      otherwise = addClosing(branches, otherwise, added)
      blocks.attempt(() => found.reader.needEnd("}"))
      break
    }
    if (found.reader.takeWord("IF") || found.reader.isWord("ELSEIF", -1)) {
      const condition = readBraceCondition(blocks, found.reader)
      branches.push({ condition, body: blocks.readBlock("brace", added) })
    } else otherwise = blocks.readBlock("brace", added)
  }
  return { kind: "IfStatement", branches, otherwise, isInline: false, ...place(line, leading) }
}

function readBraceCondition(blocks: BlockReader, reader: LineReader): Expression {
  const from = reader.index
  const read = () => {
    const condition = readExpression(reader)
    reader.takeWord("THEN")
    if (!reader.takeSymbol("{block")) reader.failExpecting("{")
    reader.needEnd("{")
    return condition
  }
  return blocks.attempt(read) ?? errorExpression(reader, from, null)
}
