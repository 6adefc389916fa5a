import type { Expression, Operands } from "../ast/nodes.ts"
import type { Keyword } from "../keywords/define.ts"
import { makeAssignment } from "./assign.ts"
import type { BareStatement } from "./bare.ts"
import { expressionReaders, readAdditive } from "./expressions.ts"
import { goBackIfLonger, keepUnknownShape, markStart, takeBodyFields } from "./longer-shape.ts"
import { isNamedStart, readNamedOperands } from "./named-operands.ts"
import { normalName } from "./normal-name.ts"
import { isOperandStart } from "./operand-start.ts"
import { OperandReader } from "./operands.ts"
import { type FoundPhrase, findPhrases } from "./phrase.ts"
import { readFailGoto, readPlace } from "./place.ts"
import type { LineReader } from "./reader.ts"
import { findHardware, isShouted, peekShoutedWords, suggestPhrase, takeLine } from "./unknown.ts"
import { isOperandList, readParenthesised } from "./value-command.ts"

/** Reads a line that begins with a phrase of a definition; null when none fits. */
export function readCommand(reader: LineReader): BareStatement | null {
  // READ is a command of files, and READ TEMPERATURE none.
  if (findHardware(reader) !== null) return null
  const start = reader.peek().start
  const phrases = findPhrases(reader)
  for (const [index, phrase] of phrases.entries()) {
    const { node } = phrase
    const isDefined = node.hole !== null || node.end !== null || node.marks.size > 0
    const isLast = index === phrases.length - 1
    if (isDefined && isMisspelt(reader, phrase)) return null
    const isTaken = isLast || fits(reader, phrase) || isCut(reader, phrase)
    if (isDefined && isTaken) return readDefined(reader, phrase, start)
  }
  return null
}

/** Nothing follows several shouted words: what they need is missing, and no shorter phrase is meant. */
function isCut(reader: LineReader, { tokenCount }: FoundPhrase): boolean {
  const tokens = reader.tokens.slice(reader.index, reader.index + tokenCount)
  return tokenCount > 1 && reader.peek(tokenCount).kind === "end" && tokens.every(isShouted)
}

/** `SET BOT MEMROY "a", 1`: SET and GET begin many phrases, and what follows is near one and cannot be an operand. */
function isMisspelt(reader: LineReader, phrase: FoundPhrase): boolean {
  if (phrase.words !== "SET" && phrase.words !== "GET") return false
  const { words, count } = peekShoutedWords(reader)
  if (count <= phrase.tokenCount) return false
  const behind = reader.peek(count)
  const isValue = behind.kind === "text" || behind.kind === "number"
  if (count <= 2 && !isValue) return false
  if (phrase.words === "SET" && isValue) return true
  const nearest = suggestPhrase(reader, words)
  return nearest?.wordCount === count && nearest.phrase.startsWith(`${phrase.words} `)
}

/** Says whether what follows the phrase can be its first operand, or nothing must follow. */
function fits(reader: LineReader, { node, tokenCount }: FoundPhrase): boolean {
  reader.index += tokenCount
  const isComplete = node.end !== null && reader.isAtEnd()
  const isFitting =
    isComplete || (node.hole !== null && isOperandStart(reader)) || isNamedStart(reader, node)
  reader.index -= tokenCount
  return isFitting
}

function readDefined(reader: LineReader, phrase: FoundPhrase, start: number): BareStatement {
  const first = markStart(reader)
  reader.index += phrase.tokenCount
  const isWrapped = isWholeRest(reader) && (isTouching(reader) || isOperandList(reader))
  const named = isNamedStart(reader, phrase.node)
    ? readNamedOperands(reader, phrase.words, expressionReaders)
    : null
  const matched =
    named ??
    (isWrapped
      ? readParenthesised(reader, phrase, expressionReaders)
      : keepUnknownShape(reader, phrase, first, "line", () =>
          new OperandReader(reader, expressionReaders, "full", phrase.words).read(phrase.node),
        ))
  if (matched === null) return takeLine(reader, phrase.words)
  const { end } = matched
  const timed = takeWaitUnit(reader, end.keyword.name, matched.operands)
  const printed = joinPrinted(reader, end.keyword.name, timed)
  const operands = takeBodyFields(reader, phrase, printed, readAdditive) ?? printed
  if (goBackIfLonger(reader, phrase, first)) return takeLine(reader, phrase.words)
  const { keyword } = end
  const span = reader.spanFrom(start)
  if (end.advice !== null)
    reader.note("basic.legacy_shape", span, { keyword: keyword.name, advice: end.advice })
  if (keyword.runsOn === "everywhere") return callFunction(reader, keyword, operands, start)
  const isKept = () => reader.takeWord("INTO") || (keyword.name === "CARD" && reader.takeWord("TO"))
  if (keyword.result !== "nothing" && isKept()) {
    const target = readPlace(reader, "a variable for the result")
    const value = { kind: "CommandExpression", keyword: keyword.name, operands, span } as const
    return makeAssignment(target, "=", value, false, readFailGoto(reader))
  }
  const fixed = keyword.name === "SET SESSION" ? withoutSessionRoot(operands) : operands
  return {
    kind: "CommandStatement",
    keyword: keyword.name,
    operands: fixed,
    failGoto: readFailGoto(reader),
  }
}

/** Units: seconds. */
const waitUnits: ReadonlyMap<string, number> = new Map([
  ["MINUTE", 60],
  ["MINUTES", 60],
  ["HOUR", 3600],
  ["HOURS", 3600],
  ["DAY", 86_400],
  ["DAYS", 86_400],
  ["MS", 0.001],
  ["MILLISECONDS", 0.001],
])

/** `WAIT 2 MINUTES` is WAIT 120. */
function takeWaitUnit(reader: LineReader, keyword: string, operands: Operands): Operands {
  const unit = reader.peek()
  const { seconds } = operands
  if (keyword !== "WAIT" || unit.kind !== "word" || seconds === undefined) return operands
  const factor = waitUnits.get(unit.upper)
  if (factor === undefined || !("span" in seconds)) return operands
  reader.take()
  reader.note("basic.legacy_shape", unit, { keyword, advice: "Write the time in seconds." })
  const { start, end } = unit
  if (seconds.kind === "NumberLiteral")
    return { ...operands, seconds: { ...seconds, value: seconds.value * factor } }
  const right = { kind: "NumberLiteral", value: factor, span: { start, end } } as const
  const span = { start: seconds.span.start, end }
  return {
    ...operands,
    seconds: { kind: "BinaryExpression", operator: "*", left: seconds, right, span },
  }
}

/** `PRINT "a", b; c`: values of one line, with a blank for a comma. Words without quotes are left to be reported. */
function joinPrinted(reader: LineReader, keyword: string, operands: Operands): Operands {
  const { text } = operands
  if (keyword !== "PRINT" || text === undefined) return operands
  if (!("span" in text) || !isPlainlyValue(reader, text)) return operands
  let joined: Expression = text
  while ((reader.isSymbol(",") || reader.isSymbol(";")) && reader.peek(1).kind !== "end") {
    const mark = reader.take()
    const isComma = mark.kind === "symbol" && mark.text === ","
    const { start, end } = mark
    const next = readAdditive(reader)
    const blank = {
      kind: "TextLiteral",
      value: " ",
      isMultiline: false,
      span: { start, end },
    } as const
    if (isComma) joined = add(joined, blank)
    joined = add(joined, next)
    reader.note("basic.legacy_shape", mark, { keyword, advice: "Join the values with +." })
  }
  return { ...operands, text: joined }
}

const add = (left: Expression, right: Expression): Expression => ({
  kind: "BinaryExpression",
  operator: "+",
  left,
  right,
  span: { start: left.span.start, end: right.span.end },
})

const isPlainlyValue = (reader: LineReader, value: Expression): boolean =>
  value.kind !== "NameExpression" || reader.context.assigned.has(normalName(value.name))

/** `PUSH list, e` as a line of its own. */
function callFunction(
  reader: LineReader,
  keyword: Keyword,
  operands: Operands,
  start: number,
): BareStatement {
  const args = Object.keys(keyword.params).flatMap((name) => {
    const operand = operands[name]
    if (operand === undefined || operand.kind === "Word" || operand.kind === "FieldList") return []
    return operand.kind === "ExpressionList" ? [...operand.items] : [operand]
  })
  const span = reader.spanFrom(start)
  return {
    kind: "ExpressionStatement",
    expression: { kind: "CallExpression", name: keyword.name, args, span },
  }
}

/** `SET "session.step", e` says the root that SET SESSION implies. */
function withoutSessionRoot(operands: Operands): Operands {
  const { key } = operands
  if (key?.kind !== "TextLiteral" || !/^session\../i.test(key.value)) return operands
  return { ...operands, key: { ...key, value: key.value.slice("session.".length) } }
}

const isTouching = (reader: LineReader): boolean =>
  reader.isSymbol("(") && !reader.peek().hasSpaceBefore

/** The parentheses at the next token hold everything up to the end of the statement. */
function isWholeRest(reader: LineReader): boolean {
  const token = reader.peek()
  if (token.kind !== "symbol" || token.text !== "(" || token.match === null) return false
  const behind = reader.tokens[token.match + 1]
  return (
    behind === undefined ||
    behind.kind === "end" ||
    (behind.kind === "word" && behind.upper === "ELSE")
  )
}
