import { findNearest } from "../diagnostics/nearest.ts"
import { listPhrases } from "../keywords/forms.ts"
import type { WordToken } from "../lexer/token.ts"
import { isAssignment, readAssignment } from "./assign.ts"
import type { BareStatement } from "./bare.ts"
import { readCallStatement } from "./call.ts"
import { readCommand } from "./command.ts"
import { readExpression } from "./expressions.ts"
import { readHear, readWaitForResponse } from "./hear.ts"
import {
  isLabel,
  readBreak,
  readContinue,
  readEnd,
  readExit,
  readGosub,
  readGoto,
  readLabel,
  readOn,
  readOption,
  readReturn,
} from "./jump.ts"
import { findPhrases } from "./phrase.ts"
import { type LineReader, normalName } from "./reader.ts"
import { isShouted, nearestPhrase, peekShoutedWords } from "./unknown.ts"

type StatementReader = (reader: LineReader) => BareStatement | null

/** Statements with a rule of their own, by their first word. A rule gives null when the word means something else here. */
const rules: Readonly<Record<string, StatementReader>> = {
  HEAR: (reader) =>
    reader.isWord("NOWAIT", 1) || reader.isWord("FROM", 1) ? null : readHear(reader),
  WAIT: (reader) =>
    reader.isWord("FOR", 1) && reader.isWord("RESPONSE", 2) ? readWaitForResponse(reader) : null,
  CALL: readCallStatement,
  GOTO: readGoto,
  GOSUB: readGosub,
  RETURN: readReturn,
  EXIT: readExit,
  END: (reader) => (reader.peek(1).kind === "end" ? readEnd(reader) : null),
  BREAK: (reader) =>
    reader.peek(1).kind === "end" || reader.isInlineIf ? readBreak(reader) : null,
  CONTINUE: readContinue,
  OPTION: readOption,
  ON: readOn,
}

/** Reads one statement that needs no further lines. What follows it on the line is left. */
export function readSimple(reader: LineReader): BareStatement {
  const token = reader.peek()
  if (token.kind !== "word") return readValueAsStatement(reader)
  if (isLabel(reader)) return readLabel(reader)
  if (isAssignment(reader)) return readAssignment(reader)
  if (isOwnCall(reader, token)) return readValueAsStatement(reader)
  const rule = Object.hasOwn(rules, token.upper) ? rules[token.upper] : undefined
  return rule?.(reader) ?? readCommand(reader) ?? readUnknown(reader, token)
}

/** `notify(1)` where the program has that procedure, and `list.push(1)`. */
function isOwnCall(reader: LineReader, token: WordToken): boolean {
  const next = reader.peek(1)
  if (next.kind !== "symbol") return false
  if (next.text === "." || next.text === "?." || (next.text === "[" && !next.hasSpaceBefore))
    return true
  return next.text === "(" && reader.context.procedures.has(normalName(token.text))
}

/** A call made for what it does. Any other value does nothing, which is worth an error. */
function readValueAsStatement(reader: LineReader): BareStatement {
  const start = reader.peek().start
  const expression = readExpression(reader)
  const isCall = expression.kind === "CallExpression" || expression.kind === "MethodCallExpression"
  if (!isCall) {
    reader.needEnd("The value")
    const span = reader.spanFrom(start)
    reader.fail("basic.not_a_statement", span, {
      found: reader.context.source.slice(span.start, span.end),
    })
  }
  return { kind: "ExpressionStatement", expression }
}

/** A line that begins with words no definition knows: planned phrases, shouted words, calls, or prose. */
function readUnknown(reader: LineReader, token: WordToken): BareStatement {
  const planned = findPlanned(reader)
  if (planned !== null) return keepLine(reader, planned.words, planned.tokenCount)
  const next = reader.peek(1)
  if (next.kind === "symbol" && next.text === "(") return readValueAsStatement(reader)
  if (isShouted(token)) {
    const { words, count } = peekShoutedWords(reader)
    const isValue = next.kind === "symbol" && !["{", "#{", "[", "-"].includes(next.text)
    if (!isValue) return keepLine(reader, words, count)
  }
  if (next.kind === "symbol" && next.text !== "{" && next.text !== "[")
    return readValueAsStatement(reader)
  return failUnknown(reader, token)
}

function findPlanned(reader: LineReader): { words: string; tokenCount: number } | null {
  for (const { node, words, tokenCount } of findPhrases(reader)) {
    if (node.planned === null) continue
    const token = reader.peek()
    const next = reader.peek(tokenCount)
    const isValue =
      next.kind === "symbol" && !["(", "{", "#{", "[", "-", "*", "${"].includes(next.text)
    const isWordAlone = tokenCount === 1 && next.kind === "end" && !isShouted(token)
    if (!isValue && !isWordAlone) return { words, tokenCount }
  }
  return null
}

/** Keeps the rest of the line as it is written, and says that nothing defines it. */
function keepLine(reader: LineReader, words: string, tokenCount: number): BareStatement {
  const start = reader.peek().start
  const nearest = nearestPhrase(words)
  reader.warn(
    "basic.unknown_keyword",
    { start, end: reader.peek(tokenCount - 1).end },
    {
      found: words,
      nearest: nearest === words ? null : nearest,
    },
  )
  while (!reader.isAtEnd() && !(reader.isInlineIf && reader.isWord("ELSE"))) {
    reader.failAtText()
    reader.take()
  }
  const text = reader.context.source.slice(start, reader.lastEnd())
  return { kind: "UnknownStatement", words, text }
}

function failUnknown(reader: LineReader, token: WordToken): never {
  const isAlone = reader.peek(1).kind === "end"
  if (isAlone) {
    const nearestAlone = findNearest(token.text, listPhrases())
    if (nearestAlone === null)
      return reader.fail("basic.not_a_statement", token, { found: token.text })
  }
  const nearest = findNearest(token.text, listPhrases())
  return reader.fail("basic.unknown_statement", token, { found: token.text, nearest })
}
