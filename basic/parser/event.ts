import type { EventWord, Expression, ObjectEntry, Statement } from "../ast/nodes.ts"
import { asWritten } from "../lexer/characters.ts"
import type { SourceLine, Token } from "../lexer/token.ts"
import { placeStatement } from "./bare.ts"
import { type BlockReader, headOf, listTrailing } from "./block-reader.ts"
import { countPhrase, findCloser } from "./block-words.ts"
import { readExpression } from "./expressions.ts"
import { findForeignEnd } from "./foreign-block.ts"
import { type Opening, placeOf } from "./loops.ts"
import type { LineReader } from "./reader.ts"

export const eventWords: readonly EventWord[] = [
  "INSERT OF",
  "UPDATE OF",
  "DELETE OF",
  "EMAIL",
  "CHANGE",
  "FORM SUBMIT",
  "EVENT",
  "FILE UPLOAD",
  "WEBHOOK",
  "WHATSAPP MESSAGE",
  "INCOMING CALL",
  "MESSAGE",
]

/** Says whether a line begins `ON EMAIL ...`, `ON "name" ...`, and not ON ERROR or ON SILENCE. */
export function isEventLine(tokens: readonly Token[]): boolean {
  const [first, second] = tokens
  if (first?.kind !== "word" || first.upper !== "ON") return false
  if (second?.kind === "text") return true
  const word = findEventWord(tokens)
  if (word === null) return false
  const isJump = word === "MESSAGE" && tokens.some(isGoto)
  return !isJump && !isNameSign(tokens[1 + word.split(" ").length])
}

const isGoto = (token: Token): boolean => token.kind === "word" && token.upper === "GOTO"
const isNameSign = (token: Token | undefined): boolean =>
  token?.kind === "symbol" && ["=", ".", "["].includes(token.text)

const findEventWord = (tokens: readonly Token[]): EventWord | null =>
  eventWords.find((word) => countPhrase(tokens, `ON ${word}`) > 0) ?? null

/** `ON EMAIL "a" FROM "x" SUBJECT "y"` ... `END ON`, and without END ON a line that speaks of the whole script. */
export function readEvent(opening: Opening): Statement {
  const { blocks, line, reader } = opening
  const word = findEventWord(reader.tokens)
  reader.index = word === null ? 1 : countPhrase(reader.tokens, `ON ${word}`)
  const subject = readSubject(reader)
  const filters = readFilters(reader)
  const call = readCall(reader)
  reader.takeWord("DO")
  if (!reader.isAtEnd()) return keepEvent(opening, word)
  blocks.index++
  const event = {
    kind: "EventStatement",
    word,
    subject,
    filters,
    call,
    ...placeOf(opening),
  } as const
  if (call !== null || !hasEnd(blocks)) return { ...event, body: null }
  const read = blocks.readBlock("on")
  const found = blocks.takeCloser("on", headOf(line))
  const closing = found === null ? read.closing : [...read.closing, ...listTrailing(found.line)]
  return { ...event, body: { ...read, closing } }
}

const stops: ReadonlySet<string> = new Set(["FROM", "SUBJECT", "EVENTS", "CALL", "DO"])

/** `ON WHATSAPP MESSAGE CONTAINS "x"`: what narrows an event in a way nothing reads. All of it is kept. */
function keepEvent({ blocks, line, leading, reader }: Opening, word: EventWord | null): Statement {
  reader.failAtText()
  const words = word === null ? "ON" : `ON ${word}`
  const span = { start: line.start, end: line.end }
  const found = blocks.context.source.slice(span.start, span.end)
  blocks.report("basic.planned_declaration", headOf(line), { found })
  blocks.index++
  const last = findForeignEnd(blocks, words)
  if (last !== null) blocks.index = last.index + 1
  const end = last?.end ?? line.end
  const text = asWritten(blocks.context.source, line.start, end)
  return placeStatement(
    { kind: "UnknownStatement", words, text },
    { start: line.start, end },
    leading,
    last === null ? line.trailing : null,
  )
}

/** A text, an expression, or a bare name: `ON INSERT OF orders`. */
function readSubject(reader: LineReader): Expression | null {
  const token = reader.peek()
  if (reader.isAtEnd() || (token.kind === "word" && stops.has(token.upper))) return null
  const next = reader.peek(1)
  const isBare = next.kind === "end" || (next.kind === "word" && stops.has(next.upper))
  if (token.kind !== "word" || !isBare) return readExpression(reader)
  reader.take()
  const { start, end } = token
  return { kind: "TextLiteral", value: token.text, isMultiline: false, span: { start, end } }
}

function readFilters(reader: LineReader): ObjectEntry[] {
  const filters: ObjectEntry[] = []
  for (const key of ["FROM", "SUBJECT", "EVENTS", "FROM"]) {
    reader.takeSymbol(",")
    if (filters.some((filter) => filter.key === key) || !reader.takeWord(key)) continue
    filters.push({ key, value: readValues(reader) })
  }
  return filters.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
}
const order = ["FROM", "SUBJECT", "EVENTS"]

/** `EVENTS "create", "modify"` is a list. */
function readValues(reader: LineReader): Expression {
  const first = readExpression(reader)
  const items = [first]
  while (reader.isSymbol(",") && reader.peek(1).kind === "text" && reader.takeSymbol(","))
    items.push(readExpression(reader))
  return items.length === 1
    ? first
    : { kind: "ArrayLiteral", items, span: reader.spanFrom(first.span.start) }
}

function readCall(reader: LineReader): string | null {
  if (!reader.takeWord("CALL")) return null
  const name = reader.takeName("the name of a procedure")
  if (reader.isSymbol("(") && reader.isSymbol(")", 1)) reader.index += 2
  return name
}

/** END ON comes before the next event, so that each line is looked at once. */
function hasEnd({ lines, index }: BlockReader): boolean {
  for (let at = index; at < lines.length; at++) {
    const line: SourceLine | undefined = lines[at]
    if (line?.kind !== "code") continue
    if (findCloser(line)?.kinds.includes("on")) return true
    if (isEventLine(line.tokens)) return false
  }
  return false
}
