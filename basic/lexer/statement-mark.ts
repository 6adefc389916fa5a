import { isLineBreak, matchAt, skipBlanks } from "./characters.ts"
import { isOperandNext } from "./comment.ts"
import type { Token } from "./token.ts"

/** Lines that begin so have a `:` of their own. */
const ownColon: ReadonlySet<string> = new Set(["STEP", "BRANCH", "ON", "PARAM", "DIM", "REDIM"])

/** A shouted word (but AND and OR, which go on with the line above), a small word or a `Word` that begins statements, or a variable that is set. */
const statementStart =
  /(?!(?:AND|OR)(?![\p{L}\p{N}_]))(?:[A-Z][A-Z_]+\$?(?![\p{L}\p{N}_$.])(?![ \t]*:)|(?:[Tt]alk|[Pp]rint|[Ii]f|[Ee]nd|[Ee]ndif|[Ee]lse|[Ff]or|[Nn]ext|[Dd]o|[Ll]oop|[Ww]hile|[Ww]end|[Rr]eturn|[Ee]xit|[Gg]oto|[Gg]osub|[Hh]ear|[Ss]et|[Ll]et|[Ww]ait|[Cc]all|[Ss]ave)(?![\p{L}\p{N}_$(.])(?![ \t]*:)|[\p{L}_][\p{L}\p{N}_.]*\$?[ \t]*[-+*/]?=(?!=))/uy

/** What may follow a label on its line, so that a word with a colon in a sentence is none. */
const labelledStart =
  /(?!(?:AND|OR)(?![\p{L}\p{N}_]))[A-Z]{2}|[\p{L}_][\p{L}\p{N}_.]*\$?[ \t]*[-+*/]?=(?!=)/uy

/**
 * Says whether a `:` outside brackets parts two statements of one line: `x = 1 : TALK x`.
 *
 * Shape: `tokens` stand before it, and no `?` among them waits for it. IF with its statement on the line
 *        keeps all of it.
 */
export function partsStatements(source: string, colon: number, tokens: readonly Token[]): boolean {
  const [first] = tokens
  if (first?.kind !== "word" || ownColon.has(first.upper) || isOperandNext(tokens)) return false
  const next = skipBlanks(source, colon + 1, source.length)
  if (matchAt(statementStart, source, next) === null) return false
  if (isConditional(tokens)) return false
  return !isLabelBefore(tokens) || matchAt(labelledStart, source, next) !== null
}

/** A comment behind a `:`: that of a `'` that nothing closes, `//`, or REM. */
const restComment = /(?:'[^'\r\n]*(?=[\r\n]|$)|\/\/|REM(?=[ \t\r\n]|$))/iuy

const goingOn = /_[ \t]*(?=[\r\n]|$)/uy

/** `x = 1 :` and `NEXT : REM done`: nothing follows the `:` that would be a statement. */
export function isIdleColon(source: string, colon: number, tokens: readonly Token[]): boolean {
  const [first] = tokens
  if (first?.kind !== "word" || ownColon.has(first.upper)) return false
  if (isLabelBefore(tokens) || isOperandNext(tokens)) return false
  const next = skipBlanks(source, colon + 1, source.length)
  return (
    next >= source.length ||
    isLineBreak(source[next]) ||
    matchAt(goingOn, source, next) !== null ||
    matchAt(restComment, source, next) !== null
  )
}

/** Their values are parted by `;` themselves. */
const listingWords: ReadonlySet<string> = new Set(["PRINT", "INPUT", "LPRINT"])

/** `x = 1; TALK x`: the `;` of other languages parts statements as a `:` does. */
export function isForeignPart(source: string, at: number, tokens: readonly Token[]): boolean {
  const [first] = tokens
  if (first?.kind !== "word" || listingWords.has(first.upper) || isOperandNext(tokens)) return false
  const next = skipBlanks(source, at + 1, source.length)
  return matchAt(statementStart, source, next) !== null
}

/** A `;` where a statement would begin: alone it says nothing, and before words it begins a comment. */
export function isLoneMark(source: string, at: number): boolean {
  if (source[at] !== ";") return false
  const next = skipBlanks(source, at + 1, source.length)
  return next >= source.length || isLineBreak(source[next])
}

const bareStatements: ReadonlySet<string> = new Set(
  "ELSE DO LOOP NEXT WEND TRY CATCH RETURN EXIT END BREAK CONTINUE DEFAULT ENDIF COMMIT ROLLBACK".split(
    " ",
  ),
)

/** The word alone before the `:` is a label, and no statement of one word. */
export const isLabelBefore = (tokens: readonly Token[]): boolean =>
  tokens.length === 1 && tokens[0]?.kind === "word" && !bareStatements.has(tokens[0].upper)

/** IF, ELSEIF and ELSE IF. */
function isConditional(tokens: readonly Token[]): boolean {
  const [first, second] = tokens
  if (first?.kind !== "word") return false
  const isElseIf = first.upper === "ELSE" && second?.kind === "word" && second.upper === "IF"
  return isElseIf || ["IF", "ELSEIF", "ELIF", "ELSIF"].includes(first.upper)
}

const lineNumber =
  /\d{1,6}(?=[ \t]*:?[ \t]+(?:[\p{L}_'#]|\.\p{L}|\/\/|--[ \t])|[ \t]*:[ \t]*(?:[\r\n]|$))/uy

/** `10 TALK "a"` and `10:`: where the number ends that a line has for its label; -1 when it has none. */
export function findLineNumberEnd(source: string, at: number): number {
  const code = source.charCodeAt(at)
  if (code < 0x30 || code > 0x39) return -1
  const found = matchAt(lineNumber, source, at)
  if (found === null) return -1
  const end = at + found[0].length
  return /^[ \t]*:?[ \t]+(?:MOD|AND|OR|IN|IS|BETWEEN|LIKE)(?![\p{L}\p{N}_])/iu.test(
    source.slice(end, end + 20),
  )
    ? -1
    : end
}

/** What a line number is called, since names begin with a letter. */
export const labelOfNumber = (digits: string): string => `line_${digits}`
