import { matchAt, skipBlanks } from "./characters.ts"
import { isOperandNext } from "./comment.ts"
import { endsWithPlaceholder } from "./placeholder.ts"
import type { Token } from "./token.ts"

const trailingOperators = new Set(["<>", "!=", "==", "??", "&&", "||"])
const joiningWord =
  /(AND|OR|MOD|LIKE|CONTAINS|STARTS|ENDS|IN|IS|BETWEEN|NOT|AS|WHERE|LIMIT|ORDER|THEN)(?![\p{L}\p{N}_])/iuy
const objectKey = /(?:[\p{L}_][\p{L}\p{N}_]*|"[^"\r\n]*")[ \t]*:/uy
const statementStart =
  /(?:TALK|PRINT|IF|ELSE|ELSEIF|END|ENDIF|FOR|NEXT|DO|LOOP|WHILE|WEND|SELECT[ \t]+CASE|SWITCH|CASE|SUB|FUNCTION|RETURN|EXIT|GOTO|GOSUB|HEAR|SET|LET|WAIT|BEGIN|ON)(?![\p{L}\p{N}_$(])(?![ \t]*[=.,:)[\]])/uy
const assignmentStart = /[\p{L}_][\p{L}\p{N}_.]*\$?[ \t]*=(?!=)/uy
const clauseLine =
  /(?:WITH[ \t]+(?:OPTIMIZE|MAX_COST|MAX_LATENCY)|WHERE|ORDER[ \t]+BY|HAVING|LIMIT|OFFSET)(?![\p{L}\p{N}_])(?![ \t]*[=.[(])/iuy
const sqlClauseLine =
  /(?:(?:LEFT[ \t]+|INNER[ \t]+)?JOIN|GROUP[ \t]+BY|FROM)(?![\p{L}\p{N}_])(?![ \t]*[=.[(])/iuy
const setLine = /SET(?![\p{L}\p{N}_])(?![ \t]*[=.[(])/iuy
const fieldStart = /[\p{L}_][\p{L}\p{N}_]*(?:[ \t]*=(?!=)|[ \t]+AS[ \t])/iuy
const operatorStarts: ReadonlySet<string | undefined> = new Set("+&|.AaOo")
const leadingOperator =
  /(?:[+&][ \t]*["'(\p{L}]|(?:AND|OR)[ \t]+(?:[^\s=.']|'[^'\r\n]*')|&&|\|\||\.[\p{L}_][\p{L}\p{N}_]*\()/uy
const wordStart = /[\p{L}_"'`\d]/u

/** What the lexer knows at the end of a line of text. `next` is the offset of the next line that is not empty. */
export interface LineEnd {
  readonly source: string
  readonly next: number
  readonly tokens: readonly Token[]
  readonly isBracketOpen: boolean
  /** The next line of text is empty. */
  readonly isGap: boolean
}

/** Last words that something must follow. */
const openWords: ReadonlySet<string> = new Set(
  "AND OR NOT LIKE CONTAINS MOD IN WITH SET".split(" "),
)
/** Signs that end a value. */
const closedSigns: ReadonlySet<string> = new Set([")", "]", "}"])
/** What the lines begin with that go on with the one above without a mark on it. */
const clauseStarts: ReadonlySet<string | undefined> = new Set("+&|.AaOoWwHhLlSsJjIiGgFf")

/** A quick look outside of brackets: false where `continues` is false for certain, as it nearly always is. */
export function mayContinue(source: string, next: number, tokens: readonly Token[]): boolean {
  const last = tokens[tokens.length - 1]
  if (last?.kind === "word" ? openWords.has(last.upper) : isOpenSign(last)) return true
  return clauseStarts.has(source[next]) || isThenNext(source, next, tokens)
}

const thenWord = /THEN(?![\p{L}\p{N}_])(?![ \t]*[=.[(])/iuy
const conditionalWords: ReadonlySet<string> = new Set(["IF", "ELSEIF", "ELSE"])

/** `IF ready` ends a line, and THEN begins the next. */
function isThenNext(source: string, next: number, tokens: readonly Token[]): boolean {
  if ((source.charCodeAt(next) | 0x20) !== smallT || matchAt(thenWord, source, next) === null)
    return false
  const [first, second] = tokens
  if (first?.kind !== "word" || !conditionalWords.has(first.upper) || second === undefined)
    return false
  return !tokens.some((token) => token.kind === "word" && token.upper === "THEN")
}

const smallT = 0x74

const isOpenSign = (token: Token | undefined): boolean =>
  token?.kind === "symbol" && !closedSigns.has(token.text)

/** Says whether the statement goes on in the next line (reference section 2, line orientation). */
export function continues(end: LineEnd): boolean {
  const last = end.tokens.at(-1)
  if (last === undefined || end.next >= end.source.length) return false
  const isOpen =
    isOperandNext(end.tokens) || (last.kind === "symbol" && trailingOperators.has(last.text))
  const isExpecting = isOpen && !endsWithPlaceholder(end.tokens)
  if (isCount(end.tokens)) return false
  if (end.isBracketOpen) return continuesBracket(end, isExpecting)
  if (isFieldsNext(end, last)) return true
  if (isExpecting) return !end.isGap && !startsStatement(end) && !startsAssignment(end, last)
  return (
    continuesByClause(end) ||
    continuesByOperator(end) ||
    isThenNext(end.source, end.next, end.tokens)
  )
}

/** `POST url WITH` or `UPDATE t SET` ends a line, and the fields stand below. WITH at the beginning opens a block. */
function isFieldsNext(end: LineEnd, last: Token): boolean {
  if (last.kind !== "word" || end.tokens.length < 3 || end.isGap) return false
  if (last.upper !== "WITH" && last.upper !== "SET") return false
  return matchAt(fieldStart, end.source, end.next) !== null
}

/** A line that begins with `+ "text"`, AND, OR or `.method(` goes on with the one above. */
function continuesByOperator(end: LineEnd): boolean {
  return !end.isGap && startsWithOperator(end.source, end.next)
}

/** An operator with its operand begins at `at`. */
export const startsWithOperator = (source: string, at: number): boolean =>
  operatorStarts.has(source[at]) && matchAt(leadingOperator, source, at) !== null

/** `x++` at the end of a line is another language's, and waits for nothing. */
function isCount(tokens: readonly Token[]): boolean {
  const [before, last] = tokens.slice(-2)
  if (before?.kind !== "symbol" || last?.kind !== "symbol" || before.end !== last.start)
    return false
  return before.text === last.text && (last.text === "+" || last.text === "-")
}

/** An open bracket goes on, unless what follows can only be the next statement. */
function continuesBracket(end: LineEnd, isExpecting: boolean): boolean {
  if (startsStatement(end)) return false
  if (isExpecting || !wordStart.test(end.source[end.next] ?? "")) return true
  return (
    matchAt(joiningWord, end.source, end.next) !== null ||
    matchAt(objectKey, end.source, end.next) !== null
  )
}

const startsStatement = (end: LineEnd): boolean => looksLikeStatement(end.source, end.next)

/** Says whether a line of text can only be a statement, so that nothing before it goes on into it. */
export const looksLikeStatement = (source: string, at: number): boolean =>
  matchAt(statementStart, source, at) !== null

/** After `x =` or `x = a +` a line `y = 5` is the next statement; after a comma or AND it belongs to this one. */
const startsAssignment = (end: LineEnd, last: Token): boolean => {
  const joins =
    last.kind === "word"
      ? ["AND", "OR"].includes(last.upper)
      : last.kind === "symbol" && last.text === ","
  return !joins && matchAt(assignmentStart, end.source, end.next) !== null
}

/** LLM clauses and SQL clauses may stand on lines of their own without any marker. */
function continuesByClause(end: LineEnd): boolean {
  if (end.isGap || !clauseStarts.has(end.source[end.next])) return false
  const has = (word: string) =>
    end.tokens.some((token) => token.kind === "word" && token.upper === word)
  const at = skipBlanks(end.source, end.next, end.source.length)
  if (matchAt(clauseLine, end.source, at) !== null)
    return (
      has("LLM") || has("FIND") || has("UPDATE") || has("SELECT") || has("DELETE") || has("FILTER")
    )
  if (matchAt(sqlClauseLine, end.source, at) !== null) return has("SELECT")
  return matchAt(setLine, end.source, at) !== null && isBareUpdate(end.tokens)
}

/** `UPDATE "table"` and nothing more: its SET must be on the next line. */
function isBareUpdate(tokens: readonly Token[]): boolean {
  const [first] = tokens
  return first?.kind === "word" && first.upper === "UPDATE" && tokens.length === 2
}
