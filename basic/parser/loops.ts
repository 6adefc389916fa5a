import type { DoStatement, Expression, Statement, Trivia } from "../ast/nodes.ts"
import type { CodeLine } from "../lexer/token.ts"
import { type BlockReader, type CloserLine, headOf, listTrailing } from "./block-reader.ts"
import { readExpression } from "./expressions.ts"
import { errorExpression } from "./if.ts"
import { normalName } from "./normal-name.ts"
import { takeOption } from "./notation.ts"
import type { LineReader } from "./reader.ts"

/** What every rule of a block gets: its first line, a reader at its first word, and what stands above. */
export interface Opening {
  readonly blocks: BlockReader
  readonly line: CodeLine
  readonly reader: LineReader
  readonly leading: readonly Trivia[]
}

/** The parts of a statement that say where it stands. */
export const placeOf = ({ line, leading }: Opening) => ({
  span: { start: line.start, end: line.end },
  leading,
  trailing: line.trailing,
})

/** `FOR EACH x IN list [DO]`, `FOR x IN list`, `FOR i = a TO b [STEP c]`. Fails when the variable cannot be read. */
export function readFor(opening: Opening): Statement {
  const { reader } = opening
  reader.take()
  const isJoined = reader.isWord("FOREACH", -1)
  const isEach = isJoined || (reader.isWord("EACH") && reader.peek(1).kind === "word")
  if (isEach && !isJoined) reader.take()
  const expected = "the variable of the loop"
  if (reader.isWord("IN") && !reader.isWord("IN", 1)) reader.failExpecting(expected)
  const variable = reader.takeName(expected)
  if (!isEach && reader.takeSymbol("=")) return readCount(opening, variable)
  if (!isEach && !reader.isWord("IN")) reader.failExpecting(`= or IN after ${variable}`)
  if (reader.isSymbol(",")) reader.failExpecting("IN, since a loop has one variable")
  reader.needWord("IN", "FOR EACH")
  if (isRange(reader)) return readCount(opening, variable)
  opening.blocks.index++
  const list = readToEnd(opening, "The list")
  const { body } = readBody(opening, variable)
  return { kind: "ForEachStatement", variable, list, body, ...placeOf(opening) }
}

/** `FOR i IN 1 TO 5` counts, as `FOR i = 1 TO 5` does. */
const isRange = (reader: LineReader): boolean =>
  reader.peek().kind === "number" && reader.isWord("TO", 1)

const rangeWords: ReadonlySet<string> = new Set(["TO", "STEP"])

function readCount(opening: Opening, variable: string): Statement {
  const { reader } = opening
  reader.stopWords = rangeWords
  const from = readExpression(reader)
  reader.needWord("TO", "FOR")
  const to = readExpression(reader)
  const step = reader.takeWord("STEP") ? readExpression(reader) : null
  reader.takeWord("DO")
  reader.needEnd("The FOR")
  opening.blocks.index++
  const { body } = readBody(opening, variable)
  return { kind: "ForStatement", variable, from, to, step, body, ...placeOf(opening) }
}

function readBody(opening: Opening, variable: string) {
  const { blocks, line } = opening
  const read = blocks.readBlock("for")
  const found = blocks.takeCloser(
    "for",
    headOf(line),
    line.tokens.some(isEach) ? "FOR EACH" : "FOR",
  )
  if (found === null) return { body: read }
  blocks.attempt(() => checkNext(found, variable))
  return { body: { ...read, closing: [...read.closing, ...listTrailing(found.line)] } }
}

const isEach = (token: CodeLine["tokens"][number]): boolean =>
  token.kind === "word" && token.upper === "EACH"

function checkNext({ reader, closer }: CloserLine, variable: string) {
  const token = reader.peek()
  if (token.kind === "word") {
    reader.take()
    if (normalName(token.text) !== normalName(variable))
      reader.fail("basic.next_mismatch", token, { found: token.text, variable })
  }
  takeOption(reader)
  reader.needEnd(closer.words)
}

/** Reads the rest of the first line as one expression; what cannot be read is kept as text. */
function readToEnd({ blocks, reader }: Opening, what: string): Expression {
  const from = reader.index
  const read = () => {
    const value = readEnds(reader, readExpression(reader))
    reader.takeWord("DO")
    reader.needEnd(what)
    return value
  }
  return blocks.attempt(read) ?? errorExpression(reader, from, null)
}

/** `FOR EACH m IN list LAST 10` is another way to write LAST(list, 10); FIRST likewise. */
function readEnds(reader: LineReader, list: Expression): Expression {
  const word = reader.peek()
  if (word.kind !== "word" || !["FIRST", "LAST"].includes(word.upper)) return list
  reader.take()
  const args = [list, readExpression(reader)]
  const span = reader.spanFrom(list.span.start)
  return { kind: "CallExpression", name: word.upper, args, span }
}

/** `WHILE c [DO]` ... `WEND` or `END WHILE`. */
export function readWhile(opening: Opening): Statement {
  const { blocks, line, reader } = opening
  reader.take()
  blocks.index++
  const condition = readToEnd(opening, "The condition")
  const read = blocks.readBlock("while")
  const found = blocks.takeCloser("while", headOf(line))
  if (found !== null) blocks.attempt(() => found.reader.needEnd(found.closer.words))
  const closing = found === null ? read.closing : [...read.closing, ...listTrailing(found.line)]
  return { kind: "WhileStatement", condition, body: { ...read, closing }, ...placeOf(opening) }
}

/** `DO [WHILE|UNTIL c]` ... `LOOP [WHILE|UNTIL c]`. */
export function readDo(opening: Opening): Statement {
  const { blocks, line, reader } = opening
  reader.take()
  blocks.index++
  const start = readTest(blocks, reader, "start")
  const read = blocks.readBlock("do")
  const found = blocks.takeCloser("do", headOf(line))
  const end = found === null ? null : readTest(blocks, found.reader, "end")
  if (start !== null && end !== null)
    blocks.report("basic.unexpected_rest", end.condition.span, {
      after: "A DO with its condition at the start",
      found: "a second condition",
    })
  const closing = found === null ? read.closing : [...read.closing, ...listTrailing(found.line)]
  return {
    kind: "DoStatement",
    test: start ?? end,
    body: { ...read, closing },
    ...placeOf(opening),
  }
}

function readTest(
  blocks: BlockReader,
  reader: LineReader,
  at: "start" | "end",
): DoStatement["test"] {
  if (reader.isAtEnd()) return null
  const until = reader.takeWord("UNTIL")
  if (!until && !reader.takeWord("WHILE")) {
    const fail = () => reader.failExpecting("WHILE, UNTIL or the end of the line")
    return at === "start" ? fail() : blocks.attempt(fail)
  }
  const from = reader.index
  const read = () => {
    const condition = readExpression(reader)
    reader.needEnd("The condition")
    return condition
  }
  return { at, until, condition: blocks.attempt(read) ?? errorExpression(reader, from, null) }
}
