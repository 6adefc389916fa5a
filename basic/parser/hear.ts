import type { Expression, HearStatement, Place } from "../ast/nodes.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import { canonicalHearType, hearTypes } from "../hear/types.ts"
import type { BareStatement } from "./bare.ts"
import { readExpression } from "./expressions.ts"
import { normalName } from "./normal-name.ts"
import { isOperandStart } from "./operand-start.ts"
import { failMissingOperand } from "./operands.ts"
import { readGotoLabel, readPlace } from "./place.ts"
import type { LineReader } from "./reader.ts"

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Wait = Mutable<Omit<HearStatement, "span" | "leading" | "trailing">>

const newWait = (target: Place | null): Wait => ({
  kind: "HearStatement",
  target,
  type: "TEXT",
  options: [],
  acceptsOther: false,
  prompt: null,
  fallback: null,
  timeout: null,
})

/** Says whether `v = ...` goes on with HEAR or ASK. */
export function isHearValue(reader: LineReader): boolean {
  const word = reader.peek()
  if (word.kind !== "word" || (word.upper !== "HEAR" && word.upper !== "ASK")) return false
  if (reader.isWord("FROM", 1)) return false
  const next = reader.peek(1)
  if (next.kind === "end")
    return word.upper === "HEAR" || !reader.context.assigned.has(normalName(word.text))
  if (next.kind === "symbol") return next.text === "("
  return next.kind === "text" || next.kind === "word"
}

/** `v = HEAR`, `v = HEAR "prompt"`, `v = ASK "prompt"`, `v = HEAR AS EMAIL WITH "prompt"`, `v = HEAR ()`. */
export function readHearValue(reader: LineReader, target: Place): BareStatement {
  reader.take()
  reader.stopWords = hearWords
  const wait = newWait(target)
  takeNoWait(reader, wait)
  if (reader.isSymbol("(") && reader.isSymbol(")", 1)) reader.index += 2
  else if (!reader.isWord("AS") && !isClause(reader) && isOperandStart(reader))
    wait.prompt = readExpression(reader)
  readClauses(reader, wait)
  return wait
}

/**
 * `HEAR v [AS type | AS "A", "B"[, *] | AS ENTITY "city"] [FROM text] [WITH prompt] [DEFAULT e]
 * [TIMEOUT seconds [GOTO label]]`, and `HEAR`, `HEAR AS v`.
 */
export function readHear(reader: LineReader): BareStatement {
  reader.take()
  reader.stopWords = hearWords
  const wait = newWait(null)
  takeNoWait(reader, wait)
  const isOnlyType = reader.isWord("AS") && isTypeWord(reader, 1)
  if (!isOnlyType && reader.takeWord("AS"))
    wait.target = readPlace(reader, "a variable for the answer")
  else if (!isOnlyType && !reader.isAtEnd() && reader.peek().kind === "text")
    wait.prompt = readExpression(reader)
  else if (!isOnlyType && !reader.isAtEnd() && !isClause(reader))
    wait.target = readPlace(reader, "a variable for the answer")
  readClauses(reader, wait)
  return wait
}

/** `HEAR NOWAIT` takes what was said already, and goes on with NULL when nothing was: TIMEOUT 0. */
function takeNoWait(reader: LineReader, wait: Wait) {
  const { start, end } = reader.peek()
  if (!reader.takeWord("NOWAIT")) return
  wait.timeout = { seconds: { kind: "NumberLiteral", value: 0, span: { start, end } }, label: null }
}

/** `WAIT FOR RESPONSE [AS v] [TIMEOUT seconds [GOTO label]]`. */
export function readWaitForResponse(reader: LineReader): BareStatement {
  reader.index += 3
  const wait = newWait(null)
  if (reader.takeWord("AS")) wait.target = readPlace(reader, "a variable for the answer")
  readClauses(reader, wait)
  return wait
}

function isTypeWord(reader: LineReader, ahead: number): boolean {
  const token = reader.peek(ahead)
  if (token.kind === "text") return true
  if (isEntity(reader, ahead)) return true
  return (
    token.kind === "word" &&
    canonicalHearType(token.upper) !== null &&
    !reader.isSymbol(".", ahead + 1)
  )
}

/** `ENTITY "city"`; without a name in quotes it is a word like any other. */
const isEntity = (reader: LineReader, ahead: number): boolean =>
  reader.isWord("ENTITY", ahead) && reader.peek(ahead + 1).kind === "text"

/** A clause word, unless a variable is meant: `HEAR with` and `HEAR default AS TEXT`. */
function isClause(reader: LineReader): boolean {
  const isWord = ["WITH", "DEFAULT", "TIMEOUT", "FROM"].some((word) => reader.isWord(word))
  return isWord && reader.peek(1).kind !== "end" && !reader.isWord("AS", 1)
}

const hearWords: ReadonlySet<string> = new Set([
  ...["AS", "WITH", "DEFAULT", "TIMEOUT", "GOTO", "FROM"],
])

function readClauses(reader: LineReader, wait: Wait) {
  reader.stopWords = hearWords
  if (reader.takeWord("AS")) readType(reader, wait)
  if (wait.options.length === 0 && wait.prompt === null && reader.peek().kind === "text")
    wait.prompt = readExpression(reader)
  while (!reader.isAtEnd()) {
    if (reader.endsInline()) return
    if (isTypeLate(reader, wait)) {
      reader.take()
      readType(reader, wait)
    } else if (wait.prompt === null && reader.takeWord("WITH")) wait.prompt = readExpression(reader)
    else if (wait.from === undefined && reader.takeWord("FROM")) wait.from = readExpression(reader)
    else if (wait.fallback === null && reader.takeWord("DEFAULT"))
      wait.fallback = readExpression(reader)
    else if (wait.timeout === null && reader.takeWord("TIMEOUT")) wait.timeout = readTimeout(reader)
    else if (!takeBound(reader)) reader.failRest("HEAR")
  }
}

/** What forms ask of an answer: words alone, and those with a value. */
const bareBounds: ReadonlySet<string> = new Set(["REQUIRED", "OPTIONAL", "MANDATORY"])
const bounds: ReadonlySet<string> = new Set(
  "MIN MAX MINIMUM MAXIMUM LENGTH MINLENGTH MAXLENGTH MIN_LENGTH MAX_LENGTH RETRY RETRIES ATTEMPTS PATTERN MATCHING".split(
    " ",
  ),
)

/** `HEAR age AS INTEGER MIN 18`, and the same of PARAM: the type alone says what an answer must be, and the rest is left out. */
export function takeBound(reader: LineReader): boolean {
  const word = reader.peek()
  if (word.kind !== "word") return false
  const isBare = bareBounds.has(word.upper)
  if (!isBare && !bounds.has(word.upper)) return false
  reader.index++
  const value = reader.peek()
  if (!isBare && value.kind !== "number" && value.kind !== "text") {
    reader.index--
    return false
  }
  if (!isBare) reader.index++
  const span = { start: word.start, end: reader.lastEnd() }
  const found = reader.context.source.slice(span.start, span.end)
  const fix = { title: `Remove ${found}`, edits: [{ span, text: "" }] }
  reader.note("basic.stray_character", span, { found }, fix)
  return true
}

/** `HEAR v WITH "prompt" AS EMAIL`. */
const isTypeLate = (reader: LineReader, wait: Wait): boolean =>
  reader.isWord("AS") &&
  wait.type === "TEXT" &&
  wait.options.length === 0 &&
  wait.entity === undefined

function readTimeout(reader: LineReader): HearStatement["timeout"] {
  const seconds = readExpression(reader)
  const label = reader.isWord("GOTO") ? readGotoLabel(reader, "TIMEOUT") : null
  return { seconds, label }
}

function readType(reader: LineReader, wait: Wait) {
  const token = reader.peek()
  if (token.kind === "text" || reader.isSymbol("[")) return readOptions(reader, wait)
  if (isEntity(reader, 0)) {
    reader.take()
    const name = readExpression(reader)
    if (name.kind !== "TextLiteral") return reader.failExpecting("the name of an entity in quotes")
    wait.entity = name.value
    return
  }
  if (token.kind !== "word")
    return reader.failExpecting("the type of the answer, or the choices in quotes")
  const type = canonicalHearType(token.upper)
  const isList = type === null && reader.context.assigned.has(normalName(token.text))
  if (isList) return readOptions(reader, wait)
  if (type === null) {
    const nearest = findNearest(token.text, hearTypes)
    return reader.fail("basic.unknown_answer_type", token, { found: token.text, nearest })
  }
  reader.take()
  wait.type = type
  if (type === "MENU") readOptions(reader, wait)
}

function readOptions(reader: LineReader, wait: Wait) {
  wait.type = "MENU"
  const options: Expression[] = []
  if (reader.isAtEnd()) failMissingOperand(reader, "MENU", 'HEAR size AS MENU "Small", "Large"')
  do {
    if (reader.takeSymbol("*")) wait.acceptsOther = true
    else {
      reader.isInList = true
      options.push(readExpression(reader))
    }
  } while (reader.takeSymbol(","))
  reader.isInList = false
  wait.options = options
}
