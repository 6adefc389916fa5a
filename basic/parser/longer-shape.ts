import type { Expression, Operands } from "../ast/nodes.ts"
import type { Keyword } from "../keywords/define.ts"
import { type FoundPhrase, firstKeyword } from "./phrase.ts"
import { type LineReader, ShapeFailure } from "./reader.ts"
import { isShouted } from "./unknown.ts"

/**
 * Shapes of commands that are defined with fewer operands. Their lines are kept as they are written,
 * like those of planned phrases.
 */
const longerShapes: Readonly<Record<string, string>> = {
  POST: "POST url, a, b, c",
  PUT: "PUT url, a, b, c",
  PATCH: "PATCH url, a, b, c",
}

/** Where reading a command began, to go back to when its shape is not available yet. */
export interface CommandStart {
  readonly index: number
  readonly findings: number
}

export const markStart = (reader: LineReader): CommandStart => ({
  index: reader.index,
  findings: reader.context.diagnostics.length,
})

/**
 * Says whether a comma behind all operands shows a shape that is not available yet. Then the reader is
 * back at the first word, and a warning stands there.
 */
export function goBackIfLonger(
  reader: LineReader,
  phrase: FoundPhrase,
  start: CommandStart,
): boolean {
  const shape = Object.hasOwn(longerShapes, phrase.words) ? longerShapes[phrase.words] : undefined
  if (shape === undefined || reader.isInList || !reader.isSymbol(",")) return false
  reader.index = start.index
  reader.context.diagnostics.length = start.findings
  noteUnknownShape(reader, phrase)
  return true
}

/**
 * `POST url, name, email, phone`: variables behind the address are the fields of the body, called like
 * them. Null when it is none of that; the reader has not moved then.
 */
export function takeBodyFields(
  reader: LineReader,
  { words }: FoundPhrase,
  operands: Operands,
  readValue: (reader: LineReader) => Expression,
): Operands | null {
  if (!Object.hasOwn(longerShapes, words) || reader.isInList || !reader.isSymbol(",")) return null
  const { index } = reader
  const { url, body, contentType } = operands
  const values = [body, contentType]
  while (reader.takeSymbol(",")) {
    reader.isInList = true
    values.push(readValue(reader))
  }
  reader.isInList = false
  const entries = values.flatMap((value) =>
    value?.kind === "NameExpression" || value?.kind === "MemberExpression"
      ? [{ key: value.name, value }]
      : [],
  )
  const first = entries[0]?.value
  if (url === undefined || first === undefined || entries.length < values.length) {
    reader.index = index
    return null
  }
  const span = reader.spanFrom(first.span.start)
  return { url, body: { kind: "ObjectLiteral", entries, span } }
}

/** What every script has, so that a wrong shape of it is a mistake and nothing we do not know. */
const wellKnown: ReadonlySet<string> = new Set([
  "TALK",
  "PRINT",
  "WAIT",
  "ADD SUGGESTION",
  "CLEAR SUGGESTIONS",
])

/** Of these, a line that ends too early is a mistake in any dialect. */
const exact: ReadonlySet<string> = new Set(["dialog", "memory", "http", "flow", "error"])

/** Says whether a line with a shape of this command that no form has is kept, as those of unknown commands are. */
export const isLenient = (keyword: Keyword): boolean =>
  keyword.runsOn === "server" && !wellKnown.has(keyword.name)

/**
 * Reads the operands of a command. Null when they have a shape that no form has: then the reader is back at
 * the first word, and a warning stands there.
 */
export function keepUnknownShape<T>(
  reader: LineReader,
  phrase: FoundPhrase,
  start: CommandStart,
  place: "line" | "value",
  read: () => T,
): T | null {
  const keyword = firstKeyword(phrase.node)
  const isKept = keyword !== null && isLenient(keyword) && phrase.words !== "SET"
  try {
    const matched = read()
    // CARD ... TO v keeps its result.
    const isCard = phrase.words === "CARD" && reader.isWord("TO")
    const isLonger = Object.hasOwn(longerShapes, phrase.words) && reader.isSymbol(",")
    if (!isKept || isCard || isLonger || !goesOn(reader, place, start.index)) return matched
  } catch (failure) {
    if (!isKept || !(failure instanceof ShapeFailure)) throw failure
    const isLast = reader.isAtEnd() || (reader.isSymbol(")") && reader.peek(1).kind === "end")
    if (isLast && exact.has(keyword.group)) throw failure
  }
  reader.index = start.index
  reader.context.diagnostics.length = start.findings
  noteUnknownShape(reader, phrase)
  return null
}

/** Words that go on with a whole line. */
const lineEnds: ReadonlySet<string> = new Set(["ELSE", "INTO"])

/** Words that go on with what is around a value. */
const joining: ReadonlySet<string> = new Set(
  "AND OR NOT MOD LIKE CONTAINS IN IS BETWEEN STARTS ENDS THEN ELSE DO TO STEP AS INTO GOTO LAST FIRST TIMEOUT".split(
    " ",
  ),
)

/**
 * More operands follow than any form takes. Inside lists what follows belongs to them, in brackets a comma does
 * but for those around the command alone.
 */
function goesOn(reader: LineReader, place: "line" | "value", start: number): boolean {
  if (reader.isInList || reader.isStopWord()) return false
  const token = reader.peek()
  if (token.kind === "text" || token.kind === "number") return token.hasSpaceBefore
  if (token.kind === "word")
    return isShouted(token) && !(place === "line" ? lineEnds : joining).has(token.upper)
  const before = reader.tokens[start - 1]
  const isAlone = before?.kind === "symbol" && before.text === "("
  return (
    (reader.depth === 0 || isAlone) && token.kind === "symbol" && [",", "{"].includes(token.text)
  )
}

function noteUnknownShape(reader: LineReader, phrase: FoundPhrase) {
  const [form = ""] = firstKeyword(phrase.node)?.forms ?? []
  const { end } = reader.peek(phrase.tokenCount - 1)
  const shape = (typeof form === "string" ? form : form.shape).replace(/\{(\w+)(?::\w+)?\}/g, "$1")
  reader.note(
    "basic.unknown_shape",
    { start: reader.peek().start, end },
    { keyword: phrase.words, shape },
  )
}
