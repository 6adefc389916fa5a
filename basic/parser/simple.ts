import type { Expression } from "../ast/nodes.ts"
import type { WordToken } from "../lexer/token.ts"
import { isAssignment, readAssignment } from "./assign.ts"
import type { BareStatement } from "./bare.ts"
import { readExport, readImport } from "./bulk.ts"
import { readCallStatement } from "./call.ts"
import { readCommand } from "./command.ts"
import { readDim } from "./dim.ts"
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
import { readParam } from "./param.ts"
import { findPhrases } from "./phrase.ts"
import type { LineReader } from "./reader.ts"
import { readSchedule } from "./schedule.ts"
import { failAtComparison, failAtDeclaration, failAtFunction, findOtherName } from "./slips.ts"
import { readSqlInsert } from "./sql-insert.ts"
import {
  findHardware,
  isShouted,
  peekShoutedWords,
  spanOfWords,
  suggestPhrase,
  takeLine,
  warnUnknown,
} from "./unknown.ts"
import { readStep } from "./workflow.ts"

type StatementReader = (reader: LineReader) => BareStatement | null

/** Statements with a rule of their own, by their first word. A rule gives null when the word means something else here. */
const rules: ReadonlyMap<string, StatementReader> = new Map(
  Object.entries<StatementReader>({
    HEAR: (reader) => (reader.isWord("FROM", 1) ? null : readHear(reader)),
    WAIT: (reader) =>
      reader.isWord("FOR", 1) && reader.isWord("RESPONSE", 2) ? readWaitForResponse(reader) : null,
    CALL: readCallStatement,
    GOTO: readGoto,
    GOSUB: readGosub,
    RETURN: readReturn,
    EXIT: readExit,
    END: (reader) => (isAlone(reader) ? readEnd(reader) : null),
    BREAK: (reader) =>
      reader.peek(1).kind === "end" || reader.isInlineIf ? readBreak(reader) : null,
    CONTINUE: readContinue,
    OPTION: readOption,
    LET: readAssignment,
    CONST: readAssignment,
    ON: readOn,
    PARAM: readParam,
    DESCRIPTION: readDescription,
    DIM: readDim,
    REDIM: readDim,
    SET: readSchedule,
    SET_SCHEDULE: readSchedule,
    SET_SCHEDULER: readSchedule,
    STEP: readStep,
    BRANCH: readStep,
    CREATE: readIndex,
    INSERT: readSqlInsert,
    EXPORT: readExport,
    IMPORT: readImport,
    SELECT: readQueryAlone,
    PRINT: readEmptyPrint,
  }),
)

/** `DESCRIPTION "text"`. */
function readDescription(reader: LineReader): BareStatement | null {
  const start = reader.peek(1)
  if (start.kind === "end" || start.kind === "word") return null
  reader.take()
  return { kind: "DescriptionStatement", text: readExpression(reader) }
}

/** `CREATE [UNIQUE] INDEX ...`, below a TABLE. */
function readIndex(reader: LineReader): BareStatement | null {
  const isIndex =
    reader.isWord("INDEX", 1) || (reader.isWord("UNIQUE", 1) && reader.isWord("INDEX", 2))
  if (!isIndex) return null
  const { text } = takeLine(reader, "CREATE INDEX")
  return { kind: "IndexStatement", text: text.replace(/\s+/g, " ").replace(/\s*;$/, "") }
}

/** `PRINT` alone writes an empty line, as in any BASIC. */
function readEmptyPrint(reader: LineReader): BareStatement | null {
  if (reader.peek(1).kind !== "end") return null
  reader.take()
  const at = reader.lastEnd()
  const span = { start: at, end: at }
  const text = { kind: "TextLiteral", value: "", isMultiline: false, span } as const
  return { kind: "CommandStatement", keyword: "PRINT", operands: { text }, failGoto: null }
}

/** A query whose rows nobody keeps. */
function readQueryAlone(reader: LineReader): BareStatement | null {
  if (!reader.tokens.some((token) => token.kind === "word" && token.upper === "FROM")) return null
  const expression = readExpression(reader)
  return expression.kind === "QueryExpression" ? { kind: "ExpressionStatement", expression } : null
}

/** Nothing belongs to the word: the line ends, or the IF on it goes on. */
const isAlone = (reader: LineReader): boolean =>
  reader.peek(1).kind === "end" ||
  (reader.isInlineIf && (reader.isWord("ELSE", 1) || reader.isSymbol(":", 1)))

/** Reads one statement that needs no further lines. What follows it on the line is left. */
export function readSimple(reader: LineReader): BareStatement {
  reader.stopWords = null
  const token = reader.peek()
  if (token.kind !== "word") return readValueAsStatement(reader)
  if (isLabel(reader)) return readLabel(reader)
  if (isAssignment(reader)) return readAssignment(reader)
  if (isOwnCall(reader, token) || isFunctionCall(reader)) return readValueAsStatement(reader)
  if (isBareCall(reader, token)) return readBareCall(reader)
  return rules.get(token.upper)?.(reader) ?? readCommand(reader) ?? readUnknown(reader, token)
}

/** `notify(1)` where the program has that procedure, and `list.push(1)`. */
function isOwnCall(reader: LineReader, token: WordToken): boolean {
  const next = reader.peek(1)
  if (next.kind !== "symbol") return false
  if (next.text === "." || next.text === "?." || (next.text === "[" && !next.hasSpaceBefore))
    return true
  return next.text === "(" && reader.context.procedures.has(token.upper)
}

/** `greet` and `greet "Ana", 2`, where the program has that SUB and no variable of its name. */
function isBareCall(reader: LineReader, token: WordToken): boolean {
  const name = token.upper
  if (!reader.context.procedures.has(name) || reader.context.assigned.has(name)) return false
  const next = reader.peek(1)
  return next.kind === "end" || next.kind === "text" || next.kind === "number"
}

function readBareCall(reader: LineReader): BareStatement {
  const start = reader.peek().start
  const name = reader.takeName("the name of a SUB")
  const args: Expression[] = []
  while (!reader.isAtEnd() && !reader.endsInline()) {
    reader.isInList = true
    args.push(readExpression(reader))
    if (!reader.takeSymbol(",")) break
  }
  reader.isInList = false
  const span = reader.spanFrom(start)
  return { kind: "ExpressionStatement", expression: { kind: "CallExpression", name, args, span } }
}

/** `PUSH(list, 1)`: a function with all of the line in its parentheses. */
function isFunctionCall(reader: LineReader): boolean {
  for (const { node, tokenCount } of findPhrases(reader)) {
    const opener = reader.peek(tokenCount)
    if (node.callable === null || opener.kind !== "symbol" || opener.text !== "(") continue
    return opener.match !== null && reader.tokens[opener.match + 1]?.kind === "end"
  }
  return false
}

/** `CONSOLE.LOG "x"`, as JavaScript writes to its log. */
function failAtConsole(reader: LineReader) {
  if (!reader.isWord("CONSOLE") || !reader.isSymbol(".", 1) || reader.isSymbol("(", 3)) return
  const method = reader.peek(2)
  if (method.kind !== "word" || reader.peek(3).kind === "symbol") return
  const { start } = reader.peek()
  const found = reader.context.source.slice(start, method.end)
  reader.fail("basic.unknown_statement", { start, end: method.end }, { found, nearest: "PRINT" })
}

/** A call made for what it does. Any other value does nothing, which is worth an error. */
function readValueAsStatement(reader: LineReader): BareStatement {
  failAtConsole(reader)
  if (reader.isSymbol("?"))
    reader.fail("basic.unknown_statement", reader.peek(), { found: "?", nearest: "PRINT" })
  const start = reader.peek().start
  const expression = readExpression(reader)
  const isCall =
    expression.kind === "CallExpression" ||
    expression.kind === "MethodCallExpression" ||
    expression.kind === "QueryExpression"
  if (!isCall) {
    reader.needEnd("The value")
    failAtComparison(reader, expression)
    const span = reader.spanFrom(start)
    reader.fail("basic.not_a_statement", span, {
      found: reader.context.source.slice(span.start, span.end),
    })
  }
  return { kind: "ExpressionStatement", expression }
}

/** They begin lines of their own, and nothing behind THEN or ELSE. */
const blockWords: ReadonlySet<string> = new Set(
  "WHILE FOR FOREACH DO SWITCH SUB FUNCTION WITH TRY".split(" "),
)

/** They join what stands around them, and begin nothing. */
const joiningWords: ReadonlySet<string> = new Set(["AND", "OR"])

/** What the words of declarations need behind them. */
const aloneShapes: ReadonlyMap<string, string> = new Map([
  ["PARAM", "PARAM name AS STRING"],
  ["DESCRIPTION", 'DESCRIPTION "what this tool does"'],
  ["TABLE", "TABLE Name, its fields, and END TABLE"],
])

/** A line that begins with words no definition knows: hardware, events, shouted words, calls, or prose. */
function readUnknown(reader: LineReader, token: WordToken): BareStatement {
  if (blockWords.has(token.upper) && isShouted(token))
    return reader.fail("basic.unknown_statement", token, { found: token.text, nearest: null })
  const hardware = findHardware(reader)
  if (hardware !== null) return keepLine(reader, hardware)
  const next = reader.peek(1)
  const shape = next.kind === "end" ? aloneShapes.get(token.upper) : undefined
  if (shape !== undefined) {
    reader.note("basic.unknown_shape", token, { keyword: token.upper, shape })
    return takeLine(reader, token.upper)
  }
  if (token.upper === "ON" && next.kind === "word") return keepEvent(reader)
  if (next.kind === "symbol" && next.text === "(") return readValueAsStatement(reader)
  if (joiningWords.has(token.upper))
    return reader.fail("basic.unknown_statement", token, { found: token.text, nearest: null })
  if (isShouted(token)) {
    const { words, count } = peekShoutedWords(reader)
    const isValue = next.kind === "symbol" && !["{", "#{", "[", "-"].includes(next.text)
    if (!isValue) failAtFunction(reader, words, count)
    if (!isValue) return keepLine(reader, words)
  }
  if (next.kind === "symbol" && next.text !== "{" && next.text !== "[")
    return readValueAsStatement(reader)
  return failUnknown(reader, token)
}

/** `ON MEETING START`: an event nothing here sends, with its lines up to END ON. */
function keepEvent(reader: LineReader): BareStatement {
  const { words } = peekShoutedWords(reader)
  const found = words === "" ? "ON" : words
  const span = spanOfWords(reader, found)
  const kept = takeLine(reader, found.startsWith("ON") ? found : "ON")
  reader.note("basic.planned_declaration", span, { found })
  return kept
}

/** Keeps the rest of the line as it is written, and says that nothing defines it. */
function keepLine(reader: LineReader, words: string): BareStatement {
  warnUnknown(reader, words, "line")
  return takeLine(reader, words)
}

function failUnknown(reader: LineReader, token: WordToken): never {
  failAtDeclaration(reader, token)
  const isSentence = [1, 2, 3].every((ahead) => reader.peek(ahead).kind === "word")
  const similar = isSentence ? null : suggestPhrase(reader, token.upper)?.phrase
  const nearest = findOtherName(token.upper) ?? similar ?? null
  if (reader.peek(1).kind === "end" && nearest === null)
    return reader.fail("basic.not_a_statement", token, { found: token.text })
  return reader.fail("basic.unknown_statement", token, { found: token.text, nearest })
}
