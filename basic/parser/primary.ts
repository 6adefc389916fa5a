import type { Expression } from "../ast/nodes.ts"
import { splitWord } from "../keywords/form-shape.ts"
import { findFunction } from "../keywords/index.ts"
import type { WordToken } from "../lexer/token.ts"
import { countPhrase } from "./block-words.ts"
import { readArguments, readBracketed, readCountedArguments } from "./bracket.ts"
import { readNumber, readText } from "./literal.ts"
import { arrayName, normalName } from "./normal-name.ts"
import { readPlaceholder } from "./notation.ts"
import { isTouchingOpener } from "./operand-start.ts"
import type { ExpressionReaders } from "./operands.ts"
import { findPhrases } from "./phrase.ts"
import type { LineReader } from "./reader.ts"
import { isShouted, readUnknownCommand, takeCommand } from "./unknown.ts"
import { readValueCommand } from "./value-command.ts"

/** Words that never are a name where a value is expected, so that a missing value is found where it is missing. */
const neverNames = new Set(["AND", "OR", "THEN", "ELSE", "MOD", "IS"])

/** Reads a literal, a name, a call, something in brackets, or a command that gives a value. */
export function readPrimary(reader: LineReader, readers: ExpressionReaders): Expression {
  const token = reader.peek()
  switch (token.kind) {
    case "number":
      return readNumber(reader, token)
    case "text":
      return readText(reader, token, readers)
    case "word":
      return readWord(reader, token, readers)
    case "symbol":
      return readPlaceholder(reader) ?? readBracketed(reader, token, readers)
    default:
      return readPlaceholder(reader) ?? reader.failExpecting("a value")
  }
}

function readWord(reader: LineReader, token: WordToken, readers: ExpressionReaders): Expression {
  const constant = readConstant(reader, token)
  if (constant !== null) return constant
  const isModCall = token.upper === "MOD" && isTouchingOpener(reader.peek(1))
  const isTest = token.upper === "IS" && isTestWord(reader)
  if (neverNames.has(token.upper) && !isModCall && !isTest) return reader.failExpecting("a value")
  if (token.upper === "NOT") return readNot(reader, token, readers)
  failAtHear(reader, token)
  return (
    readElement(reader, token, readers) ??
    readCall(reader, token, readers) ??
    readCalledProcedure(reader, token, readers) ??
    readNew(reader, token) ??
    readToolParam(reader, token) ??
    readQuery(reader, token) ??
    readValueCommand(reader, readers) ??
    readName(reader, token)
  )
}

/** `IS NUMERIC(x)` and `IS ACTIVE session` begin with a word that compares elsewhere. */
const isTestWord = (reader: LineReader): boolean =>
  (reader.isWord("NUMERIC", 1) && reader.isSymbol("(", 2)) || reader.isWord("ACTIVE", 1)

function readConstant(reader: LineReader, token: WordToken): Expression | null {
  const { start, end, upper } = token
  if (upper !== "TRUE" && upper !== "FALSE" && upper !== "NULL") return null
  if (isTouchingOpener(reader.peek(1))) return null
  reader.take()
  reader.height = 1
  const span = { start, end }
  return upper === "NULL"
    ? { kind: "NullLiteral", span }
    : { kind: "BooleanLiteral", value: upper === "TRUE", span }
}

/** NOT as an operand of something tighter than itself, as in `a = NOT b`. */
function readNot(reader: LineReader, token: WordToken, readers: ExpressionReaders): Expression {
  reader.take()
  const operand = reader.nest(token, () => readers.postfix(reader), "command")
  const span = reader.spanFrom(token.start)
  return reader.grow({ kind: "UnaryExpression", operator: "NOT", operand, span }, reader.height)
}

function failAtHear(reader: LineReader, token: WordToken) {
  if (token.upper !== "HEAR" || reader.context.assigned.has("HEAR")) return
  const next = reader.peek(1)
  const isNameLike = next.kind === "symbol" && [".", "=", "["].includes(next.text)
  if (!isNameLike && !reader.isWord("FROM", 1)) reader.fail("basic.hear_in_expression", token, {})
}

/** `a(0)` and `a(0, 1)`, where DIM made the array. */
function readElement(
  reader: LineReader,
  token: WordToken,
  readers: ExpressionReaders,
): Expression | null {
  if (!isTouchingOpener(reader.peek(1)) || !isArray(reader, token)) return null
  reader.take()
  const { start, end } = token
  let element: Expression = { kind: "NameExpression", name: token.text, span: { start, end } }
  for (const index of readArguments(reader, readers)) {
    element = { kind: "IndexExpression", object: element, index, span: reader.spanFrom(start) }
    reader.grow(element, reader.height)
  }
  return element
}

const isArray = ({ context }: LineReader, { text }: WordToken): boolean =>
  context.assigned.has(arrayName(text)) && !context.procedures.has(normalName(text))

/** `name(args)`, and names of two words: `IS NUMERIC(x)`. */
function readCall(
  reader: LineReader,
  token: WordToken,
  readers: ExpressionReaders,
): Expression | null {
  const called = findCalled(reader, token)
  if (called === null) return null
  reader.index += called.tokenCount
  const isOwn = reader.context.procedures.has(normalName(called.name))
  const most = (isOwn ? null : findFunction(called.name)?.arity[1]) ?? Number.POSITIVE_INFINITY
  const args = readCountedArguments(reader, readers, most)
  const span = reader.spanFrom(token.start)
  return reader.grow({ kind: "CallExpression", name: called.name, args, span }, reader.height)
}

function findCalled(
  reader: LineReader,
  token: WordToken,
): { name: string; tokenCount: number } | null {
  const isOwn = reader.context.procedures.has(token.upper)
  if (isOwn && reader.isSymbol("(", 1)) return { name: token.text, tokenCount: 1 }
  for (const { node, tokenCount } of findPhrases(reader)) {
    if (!reader.isSymbol("(", tokenCount)) continue
    if (node.callable !== null) return { name: node.callable.name, tokenCount }
    if (node.end !== null || node.hole !== null || node.marks.size > 0) return null
    if (tokenCount > 1) return null
    const isTouching = !reader.peek(1).hasSpaceBefore
    return isTouching ? { name: token.text, tokenCount } : null
  }
  if (!reader.isSymbol("(", 1)) return null
  return { name: findFunction(token.text)?.name ?? token.text, tokenCount: 1 }
}

/** `CALL f(a)` and `CALL f` as values, where f is a procedure of the program; other targets are commands. */
function readCalledProcedure(
  reader: LineReader,
  token: WordToken,
  readers: ExpressionReaders,
): Expression | null {
  const name = reader.peek(1)
  if (token.upper !== "CALL" || name.kind !== "word") return null
  if (!reader.context.procedures.has(normalName(name.text))) return null
  reader.index += 2
  reader.height = 0
  const args = reader.isSymbol("(") ? readArguments(reader, readers) : []
  const span = reader.spanFrom(token.start)
  return reader.grow({ kind: "CallExpression", name: name.text, args, span }, reader.height)
}

/** NEW OBJECT, CREATE OBJECT and NEW ARRAY are other words for `{}` and `[]`. */
function readNew(reader: LineReader, token: WordToken): Expression | null {
  if (!token.upper.includes("NEW") && !token.upper.includes("CREATE")) return null
  const second = reader.peek(1)
  const words = splitWord(second.kind === "word" ? `${token.upper}_${second.upper}` : token.upper)
  const isSplit = splitWord(token.upper).length === 1
  const phrase = (isSplit ? words : splitWord(token.upper)).join(" ")
  const isObject = ["NEW OBJECT", "CREATE OBJECT", "NEW MAP"].includes(phrase)
  if (!isObject && phrase !== "NEW ARRAY" && phrase !== "NEW LIST") return null
  reader.index += isSplit ? 2 : 1
  if (reader.isSymbol("(") && reader.isSymbol(")", 1)) reader.index += 2
  reader.height = 1
  const span = reader.spanFrom(token.start)
  return isObject
    ? { kind: "ObjectLiteral", entries: [], span }
    : { kind: "ArrayLiteral", items: [], span }
}

/** `GET TOOL PARAM "name"`: the PARAM of that name; of a webhook, what it was called with. */
function readToolParam(reader: LineReader, token: WordToken): Expression | null {
  if (!token.upper.startsWith("GET")) return null
  const count = countPhrase(reader.tokens.slice(reader.index, reader.index + 3), "GET TOOL PARAM")
  const isCall = reader.isSymbol("(", count) && reader.isSymbol(")", count + 2)
  const name = reader.peek(count + (isCall ? 1 : 0))
  const [segment] = name.kind === "text" ? name.segments : []
  if (count === 0 || segment?.kind !== "characters" || !plainName.test(segment.text)) return null
  const { start } = reader.peek()
  reader.index += count + (isCall ? 3 : 1)
  reader.height = 2
  const span = reader.spanFrom(start)
  if (reader.context.assigned.has(normalName(segment.text)))
    return { kind: "NameExpression", name: segment.text, span }
  const object = { kind: "NameExpression", name: "params", span } as const
  return { kind: "MemberExpression", object, name: segment.text, isOptional: false, span }
}

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u

/** `SELECT a, SUM(b) FROM rows ...` without quotes: kept as it is written. */
function readQuery(reader: LineReader, token: WordToken): Expression | null {
  if (token.upper !== "SELECT" || reader.context.assigned.has("SELECT")) return null
  const next = reader.peek(1)
  const isList = next.kind === "word" ? !neverNames.has(next.upper) : reader.isSymbol("*", 1)
  if (!isList || reader.isWord("CASE", 1)) return null
  const from = reader.tokens.findIndex(
    (each, index) => index > reader.index + 1 && each.kind === "word" && each.upper === "FROM",
  )
  if (from < 0) return isShouted(token) ? readUnknownCommand(reader, "SELECT", false) : null
  const { text, span } = takeCommand(reader, "SELECT", false)
  return { kind: "QueryExpression", text: text.slice("SELECT ".length), span }
}

function readName(reader: LineReader, token: WordToken): Expression {
  reader.take()
  reader.height = 1
  return { kind: "NameExpression", name: token.text, span: { start: token.start, end: token.end } }
}
