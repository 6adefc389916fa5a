import type { CallExpression, Expression, Operand } from "../ast/nodes.ts"
import type { FunctionKeyword, Keyword } from "../keywords/define.ts"
import { findFunction } from "../keywords/index.ts"
import type { Token } from "../lexer/token.ts"
import {
  goBackIfLonger,
  isLenient,
  keepUnknownShape,
  markStart,
  takeBodyFields,
} from "./longer-shape.ts"
import { isNamedStart, readNamedOperands } from "./named-operands.ts"
import { normalName } from "./normal-name.ts"
import { isOperandStart } from "./operand-start.ts"
import {
  type ExpressionReaders,
  exampleOf,
  failMissingOperand,
  type MatchedForm,
  OperandReader,
} from "./operands.ts"
import { type FoundPhrase, findPhrases, firstKeyword } from "./phrase.ts"
import type { LineReader } from "./reader.ts"
import { failAtFunction } from "./slips.ts"
import { isStrayEnd } from "./stray-end.ts"
import {
  findHardware,
  isShouted,
  peekShoutedWords,
  readUnknownCommand,
  takeCommand,
} from "./unknown.ts"

/**
 * Reads a command in the place of a value: `GET url`, `GET BOT MEMORY("k")`, `FIRST list`, or words no
 * definition knows. Gives null when the next word is none of that, but a name or a call.
 */
export function readValueCommand(
  reader: LineReader,
  readers: ExpressionReaders,
): Expression | null {
  const hardware = findHardware(reader)
  // A single word is a name here.
  if (hardware?.includes(" ")) return readUnknownCommand(reader, hardware, false)
  for (const phrase of findPhrases(reader)) {
    const read = readPhrase(reader, phrase, readers)
    if (read !== null) return read
  }
  return readUndefined(reader)
}

function readPhrase(
  reader: LineReader,
  phrase: FoundPhrase,
  readers: ExpressionReaders,
): Expression | null {
  const { node, tokenCount, words } = phrase
  const start = reader.peek().start
  const hasParentheses = reader.isSymbol("(", tokenCount)
  if (hasParentheses && node.callable !== null) return null
  if (isVariable(reader, tokenCount)) return null
  if (node.hole === null && node.end === null && node.marks.size === 0) return null
  const first = markStart(reader)
  const before = reader.index
  reader.index += tokenCount
  const isTouching = hasParentheses && !reader.peek().hasSpaceBefore
  if (isTouching || isOperandList(reader)) {
    const matched = readParenthesised(reader, phrase, readers)
    return finish(reader, matched, start)
  }
  const named =
    !reader.isStopWord() && isNamedStart(reader, node)
      ? reader.nest(reader.peek(), () => readNamedOperands(reader, words, readers))
      : null
  if (named !== null) return finish(reader, named, start)
  const hasOperand = node.hole !== null && !reader.isStopWord() && isOperandStart(reader)
  if (!hasOperand && (node.end === null || followsName(reader))) {
    failAtMissing(reader, phrase)
    reader.index = before
    return null
  }
  const keyword = firstKeyword(node)
  const reach = keyword !== null && isTight(keyword) ? "postfix" : "additive"
  const matched = keepUnknownShape(reader, phrase, first, "value", () =>
    reader.nest(
      reader.peek(),
      () => new OperandReader(reader, readers, reach, words).read(node),
      "command",
    ),
  )
  if (matched === null) return takeCommand(reader, words, false)
  const operands = takeBodyFields(reader, phrase, matched.operands, readers.additive)
  if (operands !== null) return finish(reader, { ...matched, operands }, start)
  if (goBackIfLonger(reader, phrase, first)) return takeCommand(reader, words, false)
  return finish(reader, matched, start)
}

/** `x = GET` or `x = (GET)` and nothing more. A word in small letters would be a variable. */
function failAtMissing(reader: LineReader, { node, tokenCount, words }: FoundPhrase) {
  const tokens = reader.tokens.slice(reader.index - tokenCount, reader.index)
  const isCommand = firstKeyword(node)?.runsOn === "server" && tokens.every(isShouted)
  const [called, opener] = reader.tokens.slice(reader.index - tokenCount - 2)
  const isOpened = opener?.kind === "symbol" && opener.text === "(" && called?.kind === "symbol"
  const isAlone = isOpened && reader.isSymbol(")") && reader.peek(1).kind === "end"
  if (node.end === null && isCommand && (reader.isAtEnd() || isStrayEnd(reader) || isAlone))
    failMissingOperand(reader, words, exampleOf(node))
}

/** A single word that the program sets is its variable, unless an operand follows. */
function isVariable(reader: LineReader, tokenCount: number): boolean {
  if (tokenCount !== 1) return false
  const token = reader.peek()
  if (token.kind !== "word" || !reader.context.assigned.has(normalName(token.text))) return false
  reader.index++
  const hasOperand = isOperandStart(reader)
  reader.index--
  return !hasOperand
}

/** A member, an element or a call of what would otherwise be a command without operands. */
function followsName(reader: LineReader): boolean {
  const token = reader.peek()
  if (token.kind !== "symbol") return false
  return token.text === "(" || ((token.text === "." || token.text === "[") && !token.hasSpaceBefore)
}

/** `("a", b)` behind a phrase: only an operand list has a comma directly inside its parentheses. */
export function isOperandList(reader: LineReader): boolean {
  const token = reader.peek()
  const isList =
    token.kind === "symbol" && token.text === "(" && token.hasComma && token.match !== null
  return isList && !beginsCommand(reader, 1)
}

/** A command with operands at a token ahead: the commas behind it may be its own. */
function beginsCommand(reader: LineReader, ahead: number): boolean {
  const from = reader.index
  reader.index += ahead
  const { words, count } = peekShoutedWords(reader)
  const isUndefined = count > 0 && reader.peek(count).kind === "text" && !joiningWord.test(words)
  const isPhrase = findPhrases(reader).some(({ node, tokenCount }) => {
    if (node.callable !== null || node.hole === null) return false
    reader.index += tokenCount
    const hasOperand = isOperandStart(reader)
    reader.index -= tokenCount
    return hasOperand
  })
  reader.index = from
  return isUndefined || isPhrase
}

/** Reads operands in parentheses. What is in them is complete: nothing behind them belongs to the command. */
export function readParenthesised(
  reader: LineReader,
  phrase: FoundPhrase,
  readers: ExpressionReaders,
): MatchedForm {
  const opener = reader.take()
  return reader.nest(opener, () => {
    reader.isInList = false
    const matched = new OperandReader(reader, readers, "full", phrase.words).read(phrase.node)
    if (!reader.takeSymbol(")")) reader.failExpecting(`) after the operands of ${phrase.words}`)
    return matched
  })
}

const isTight = (keyword: Keyword): boolean =>
  keyword.runsOn === "everywhere" || keyword.binding === "tight"

function finish(reader: LineReader, { end, operands }: MatchedForm, start: number): Expression {
  const { keyword } = end
  const span = reader.spanFrom(start)
  if (keyword.runsOn === "everywhere") return makeCall(keyword, operands, span)
  if (keyword.result === "nothing") {
    if (!isLenient(keyword))
      reader.fail("basic.command_without_result", span, { keyword: keyword.name })
    reader.note("basic.always_null", span, { keyword: keyword.name })
  }
  if (end.advice !== null)
    reader.note("basic.legacy_shape", span, { keyword: keyword.name, advice: end.advice })
  return { kind: "CommandExpression", keyword: keyword.name, operands, span }
}

/** A function without its parentheses is the same call; an operand that was left out between others is null. */
function makeCall(
  keyword: FunctionKeyword,
  operands: Readonly<Record<string, Operand>>,
  span: CallExpression["span"],
): CallExpression {
  const args: Expression[] = []
  for (const name of Object.keys(keyword.params)) {
    const operand = operands[name]
    if (operand === undefined)
      args.push({ kind: "NullLiteral", span: { start: span.end, end: span.end } })
    else if (operand.kind === "ExpressionList") args.push(...operand.items)
    else if (operand.kind === "Word")
      args.push({ kind: "TextLiteral", value: operand.text, isMultiline: false, span })
    else if (operand.kind !== "FieldList") args.push(operand)
  }
  const given = Object.keys(operands).length
  while (
    args.length > given &&
    args.at(-1)?.kind === "NullLiteral" &&
    args.at(-1)?.span.start === span.end
  )
    args.pop()
  return { kind: "CallExpression", name: keyword.name, args, span }
}

/** Words that join values or parts of a statement: a run of shouted words with one of them is no command. */
const joiningWord =
  /\b(AND|OR|MOD|LIKE|CONTAINS|IN|IS|NOT|BETWEEN|WITH|THEN|ELSE|TO|STEP|TIMEOUT|DEFAULT|AS|FROM|BY|DO|GOTO|INTO|USING|WHERE|ON)\b/

/** `ANALYZE text`: a variable behind a word that is none, up to the end of the line. */
function isNameBehind(reader: LineReader, words: string, next: Token): boolean {
  if (next.kind !== "word" || next.text === next.upper || words.length < 4) return false
  if (reader.isStopWord()) return false
  const { assigned } = reader.context
  const isKnown = assigned.has(normalName(words)) || findFunction(words) !== null
  if (isKnown || !assigned.has(normalName(next.text))) return false
  const behind = reader.tokens[reader.tokens.indexOf(next) + 1]
  const isLast = behind?.kind === "end" || (behind?.kind === "symbol" && behind.text === ")")
  return isLast && reader.peek(-1).kind === "symbol"
}

/** `TRACK PARCEL "x"`: shouted words and then a literal can only be a command. */
function readUndefined(reader: LineReader): Expression | null {
  const { words, count } = peekShoutedWords(reader)
  const next = reader.peek(count)
  const isLiteral = next.kind === "text" || next.kind === "number"
  if (count === 0 || !next.hasSpaceBefore || joiningWord.test(words)) return null
  if (!isLiteral && !isNameBehind(reader, words, next)) return null
  failAtFunction(reader, words, count)
  return readUnknownCommand(reader, words, false)
}
