import { visitExpression } from "../ast/expressions.ts"
import type { Expression, ParamStatement } from "../ast/nodes.ts"
import { asWritten } from "../lexer/characters.ts"
import type { Token } from "../lexer/token.ts"
import type { BareStatement } from "./bare.ts"
import { readArguments } from "./bracket.ts"
import { expressionReaders, readAdditive } from "./expressions.ts"
import { takeBound } from "./hear.ts"
import type { LineReader } from "./reader.ts"

type Draft = { -readonly [K in keyof ParamStatement]: ParamStatement[K] }
type Clauses = Omit<Draft, "span" | "leading" | "trailing">

const paramTypes: ReadonlySet<string> = new Set(
  "STRING TEXT INTEGER NUMBER FLOAT DECIMAL BOOLEAN DATE DATETIME TIME EMAIL PHONE MONEY OBJECT ARRAY LIST FILE".split(
    " ",
  ),
)

const clauseWords: ReadonlySet<string> = new Set([
  "AS",
  "LIKE",
  "EXAMPLE",
  "DESCRIPTION",
  "OPTIONAL",
  "REQUIRED",
  "DEFAULT",
  "ENUM",
])

/** `PARAM name [AS TYPE]` with its clauses in any order, and the old `PARAM a, b`. Null when the word is no declaration. */
export function readParam(reader: LineReader): BareStatement | null {
  if (reader.peek(1).kind !== "word") return null
  reader.take()
  const names = [reader.takeName("the name of a parameter")]
  while (reader.takeSymbol(",")) names.push(reader.takeName("the name of a parameter"))
  const draft: Clauses = {
    kind: "ParamStatement",
    names,
    type: null,
    example: null,
    description: null,
    presence: null,
    fallback: null,
    choices: [],
  }
  readBareType(reader, draft)
  while (readClause(reader, draft) || takeBound(reader));
  return draft
}

/** `PARAM seats INTEGER` and `PARAM seats: INTEGER` leave AS out. */
function readBareType(reader: LineReader, draft: Clauses) {
  const sign = reader.isSymbol(":") ? 1 : 0
  const type = reader.peek(sign)
  const isType = type.kind === "word" && paramTypes.has(type.upper)
  if (!isType || (sign === 0 && type.text !== type.upper)) return
  reader.index += sign + 1
  draft.type = type.upper
  const advice = `Write AS ${type.upper}.`
  reader.note("basic.legacy_shape", type, { keyword: "PARAM", advice })
}

/** Reads one clause; false at the end, or where no clause begins. */
function readClause(reader: LineReader, draft: Clauses): boolean {
  const token = reader.peek()
  if (token.kind === "text" && draft.description === null) {
    const span = { start: token.start, end: token.end }
    const edits = [{ span: { start: token.start, end: token.start }, text: "DESCRIPTION " }]
    reader.note("basic.bare_description", span, {}, { title: "Write DESCRIPTION", edits })
    draft.description = readAdditive(reader)
    return true
  }
  if (reader.takeSymbol("=")) {
    draft.fallback = readPlain(reader)
    return true
  }
  reader.takeSymbol(",")
  const word = reader.peek()
  if (word.kind !== "word" || !clauseWords.has(word.upper)) return false
  reader.take()
  switch (word.upper) {
    case "AS":
      readType(reader, draft, word)
      break
    case "LIKE":
    case "EXAMPLE":
      draft.example = readLoose(reader, "LIKE")
      break
    case "DESCRIPTION":
      draft.description = readLoose(reader, "DESCRIPTION")
      break
    case "DEFAULT":
      draft.fallback = readPlain(reader)
      break
    case "ENUM":
      draft.choices = readChoices(reader)
      break
    default:
      draft.presence = word.upper === "OPTIONAL" ? "OPTIONAL" : "REQUIRED"
  }
  return true
}

const acting: ReadonlySet<Expression["kind"]> = new Set<Expression["kind"]>([
  "CommandExpression",
  "UnknownCommandExpression",
  "QueryExpression",
])

/** A declaration does nothing, so that its default is no command. */
function readPlain(reader: LineReader): Expression {
  const value = readAdditive(reader)
  visitExpression(value, ({ kind, span }) => {
    if (!acting.has(kind)) return
    const found = reader.context.source.slice(span.start, span.end)
    reader.fail("basic.unexpected", span, { expected: "a value that needs no command", found })
  })
  return value
}

/** A type by its word, or the choices themselves: `AS "a", "b"`; a single text is a description. */
function readType(reader: LineReader, draft: Clauses, as: Token) {
  const token = reader.peek()
  if (token.kind === "text") return readEnumeration(reader, draft, as)
  const name = reader.takeName("a type, such as STRING or NUMBER").toUpperCase()
  if (name === "ENUM") {
    draft.type = "STRING"
    draft.choices = readChoices(reader)
    return
  }
  if ((name === "ARRAY" || name === "LIST") && reader.takeWord("OF"))
    reader.takeName("the type of an element")
  draft.type = name
  const bracket = reader.peek()
  if (bracket.kind !== "symbol" || bracket.hasSpaceBefore || bracket.match === null) return
  if (bracket.text === "[") draft.type = "ARRAY"
  if (bracket.text === "[" || bracket.text === "(") reader.index = bracket.match + 1
}

function readEnumeration(reader: LineReader, draft: Clauses, as: Token) {
  const start = reader.peek().start
  const texts: Expression[] = []
  do texts.push(readAdditive(reader))
  while (reader.isSymbol(",") && reader.peek(1).kind === "text" && reader.takeSymbol(","))
  draft.type = "STRING"
  const span = { start: as.start, end: reader.lastEnd() }
  const written = reader.context.source.slice(start, span.end)
  const [only] = texts
  if (texts.length === 1 && only !== undefined) {
    draft.description = only
    const edits = [{ span, text: `AS STRING DESCRIPTION ${written}` }]
    reader.note("basic.param_description", span, {}, { title: "Write DESCRIPTION", edits })
    return
  }
  draft.choices = texts
  const edits = [{ span, text: `AS STRING ENUM [${written}]` }]
  reader.note("basic.param_choices", span, {}, { title: "Write ENUM", edits })
}

/** `ENUM ["a", "b"]`, `ENUM ("a", "b")`, `ENUM "a", "b"`. */
function readChoices(reader: LineReader): Expression[] {
  if (reader.isSymbol("(")) return readArguments(reader, expressionReaders)
  const first = readAdditive(reader)
  if (first.kind === "ArrayLiteral") return [...first.items]
  const choices: Expression[] = [first]
  while (reader.isSymbol(",") && isValue(reader.peek(1)) && reader.takeSymbol(","))
    choices.push(readAdditive(reader))
  return choices
}

const isValue = (token: Token): boolean => token.kind === "text" || token.kind === "number"

/** A value, or words up to the next clause that nobody put in quotes. */
function readLoose(reader: LineReader, clause: string): Expression {
  const from = reader.index
  if (reader.isAtEnd()) return readAdditive(reader)
  const end = findLooseEnd(reader)
  if (isWritten(reader, from, end)) {
    const value = readAdditive(reader)
    if (reader.index >= end) return value
    reader.index = from
  }
  const start = reader.peek().start
  while (reader.index < end) {
    reader.failAtText()
    reader.index++
  }
  const span = reader.spanFrom(start)
  const value = asWritten(reader.context.source, start, span.end)
  const edits = [{ span, text: JSON.stringify(value) }]
  reader.note(
    "basic.unquoted_text",
    span,
    { found: value, keyword: clause },
    { title: "Put it in quotes", edits },
  )
  return { kind: "TextLiteral", value, isMultiline: false, span }
}

/** Index of the next clause or of the end. Within words without quotes only a shouted word is a clause. */
function findLooseEnd(reader: LineReader): number {
  let isQuoted = reader.peek().kind === "text"
  for (let ahead = 0; ; ahead++) {
    const token = reader.peek(ahead)
    if (token.kind === "end") return reader.index + ahead
    if (token.kind === "symbol" && token.match !== null && token.match > reader.index + ahead) {
      ahead = token.match - reader.index
      continue
    }
    if (ahead > 0 && token.kind === "word" && clauseWords.has(token.upper)) {
      if (isQuoted || token.text === token.upper) return reader.index + ahead
    }
    if (ahead === 0 && (token.kind === "number" || token.kind === "symbol")) isQuoted = true
  }
}

const constants: ReadonlySet<string> = new Set(["TRUE", "FALSE", "NULL"])

/** Says whether the tokens up to `end` are a literal rather than words. */
function isWritten(reader: LineReader, from: number, end: number): boolean {
  const first = reader.peek()
  if (first.kind === "text") return true
  if (first.kind === "number") return end === from + 1
  if (first.kind === "word") return end === from + 1 && constants.has(first.upper)
  if (first.kind !== "symbol") return false
  return ["[", "{", "#{", "-", "("].includes(first.text)
}
