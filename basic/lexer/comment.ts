import {
  findLineEnd,
  isAsciiWordCode,
  isBlank,
  isLineBreak,
  matchAt,
  skipBlanks,
} from "./characters.ts"
import type { Token } from "./token.ts"

const operandBefore = new Set(
  "= ! ( , + - * / ^ & [ : { #{ ? ?? < > <= >= <> != == \\ % += -= *= /= && || ${".split(" "),
)
const operandBeforeWord = new Set(["AND", "OR", "NOT", "LIKE", "CONTAINS", "MOD", "IN"])
const listSymbols = new Set(["(", ",", "[", "{", "#{"])

/** Says whether the next token begins an operand, so that `'` would open a text. */
export function isOperandNext(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)
  if (last?.kind === "word") return operandBeforeWord.has(last.upper)
  if (last?.kind !== "symbol" || !operandBefore.has(last.text)) return false
  if (last.text === ":") return !isHeadColon(tokens)
  return last.text !== "*" || !isFreeChoice(tokens)
}

const headWords = new Set(["CASE", "ELSE", "DEFAULT"])

/** `name:` is a label, and `CASE x:` or `ELSE:` a habit of other languages; neither goes on. */
const isHeadColon = (tokens: readonly Token[]): boolean =>
  tokens[0]?.kind === "word" && (tokens.length === 2 || headWords.has(tokens[0].upper))

/** `HEAR v AS "done", *`: the star stands for any other answer. */
function isFreeChoice(tokens: readonly Token[]): boolean {
  const before = tokens.at(-2)
  return before?.kind === "symbol"
    ? before.text === ","
    : before?.kind === "word" && before.upper === "MENU"
}

/**
 * Says whether a `'` at `at` opens a text rather than a comment.
 *
 * Shape: only where an operand may begin. In a list, where a comment may follow the comma as well,
 *        it must be closed on its line, or be followed directly by something.
 */
export function isQuoteText(source: string, at: number, tokens: readonly Token[]): boolean {
  if (!isOperandNext(tokens)) return isNeededText(source, at, tokens)
  const last = tokens.at(-1)
  const close = source.indexOf("'", at + 1)
  if (close < 0) return false
  const isSameLine = findLineEnd(source, at + 1, close) === close
  if (isSameLine && isEndedBy(source[close + 1])) return true
  const isListPlace = last?.kind === "symbol" && listSymbols.has(last.text)
  if (isListPlace && isTextOfLines(source, at, close)) return true
  const next = source[at + 1]
  return !isListPlace || !(isBlank(next) || isLineBreak(next))
}

/** The line ends behind the `'`, and a line that begins with the next one ends it: a query over several lines. */
function isTextOfLines(source: string, at: number, close: number): boolean {
  const isOpenEnd = isLineBreak(source[skipBlanks(source, at + 1, close)])
  if (!isOpenEnd || !isEndedBy(source[close + 1])) return false
  let before = close - 1
  while (isBlank(source[before])) before--
  return before > at && isLineBreak(source[before])
}

/** Behind these words a statement cannot end, so a `'` opens a text there if one is closed on the line. */
const needyWords = new Set(
  (
    "TALK PRINT CASE AS WITH TO CALL FIND GET POST PUT PATCH DELETE SAVE INTO LLM REWRITE THROW RAISE MAIL EMAIL " +
    "MEMORY CONTEXT HEADER TOOL KB SUGGESTION READ WRITE OPTIONS USING WHERE WEBHOOK SCHEDULE " +
    "TRIGGER PYTHON JAVASCRIPT BASH REMEMBER RECALL"
  ).split(" "),
)

/** The same for words that are variables elsewhere: a statement of shouted words alone ends with them. */
const needyCommandWords = new Set(
  (
    "WAIT SWITCHER THEME MODE SESSION SET INSERT FROM MERGE UNSTRUCTURED QUERY SEARCH PRODUCTS IMPORT METRIC DETECT " +
    "GRAPHQL SOAP SCRAPE LINKS RSS WEATHER FORECAST MCP COPY MOVE FILE LIST DIR UPLOAD DOWNLOAD COMPRESS EXTRACT PDF " +
    "CODE IMAGE PLAY DRAFT SMS TEMPLATE BROADCAST TASK PRIORITY BOOK MEETING EVENT SUMMARIZE TRANSLATE CLASSIFY " +
    "SENTIMENT OCR WEBSITE ACCOUNT REFRESH SITE BOT DELEGATE CONVERSATION WORKFLOW ROLE TRIGGER CONFIG NOTE AGENT " +
    "ATTENDANT MEMBER USER FACT SEE CARD INCLUDE ASSERT LOG"
  ).split(" "),
)

const isShouted = (token: Token): boolean =>
  token.kind === "word" && token.text === token.text.toUpperCase()

/** The last word, or the last part of one spelled with underscores, wants an operand. */
function isNeedy(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)
  if (last?.kind !== "word") return false
  if (needyWords.has(last.upper)) return true
  const part = last.upper.slice(last.upper.lastIndexOf("_") + 1)
  if (!needyCommandWords.has(part) && (part === last.upper || !needyWords.has(part))) return false
  const sign = tokens.findLastIndex((token) => token.kind === "symbol" && token.text === "=")
  const isPhrase = part !== last.upper || tokens.length > sign + 2
  return (sign < 0 || isPhrase) && tokens.slice(sign + 1).every(isShouted)
}

function isNeededText(source: string, at: number, tokens: readonly Token[]): boolean {
  if (!isNeedy(tokens)) return false
  const end = findLineEnd(source, at + 1, source.length)
  let close = source.indexOf("'", at + 1)
  while (close > at && close < end && source[close + 1] === "'")
    close = source.indexOf("'", close + 2)
  return close > at && close < end && isEndedBy(source[close + 1])
}

const isEndedBy = (after: string | undefined): boolean =>
  after === undefined || isBlank(after) || isLineBreak(after) || ",)]}+-*/&=<>:;.?".includes(after)

const remWord = /rem(?![\p{L}\p{N}_$])/iuy

/** The comment of SQL; without a blank behind it the dashes are signs. */
const dashes = /-{2,}(?![^\s])/y

const endingWords: ReadonlySet<string> = new Set(
  "IF FOR WHILE SELECT SWITCH SUB FUNCTION WITH ON TRY TABLE NEXT LOOP WEND ELSE THEN DO ENDIF END EXIT RETURN".split(
    " ",
  ),
)
const sentence = /-{2,}[ \t]+[\p{L}\p{N}'"]+[,;:!?.]*[ \t]+[\p{L}\p{N}]/uy
const shoutedPhrase = /-{2,}[ \t]+[A-Z]{2,}[ \t]/y

/**
 * Says whether `--` behind a statement begins a comment of SQL rather than two signs: behind a text or the end of a
 * block nothing is taken away, and a name that a word follows is no value.
 */
export function isDashComment(source: string, at: number, tokens: readonly Token[]): boolean {
  if (source[at + 1] !== "-" || (matchAt(dashes, source, at)?.[0].length ?? 0) < 2) return false
  const last = tokens.at(-1)
  if (last?.kind === "text" || (last?.kind === "word" && endingWords.has(last.upper))) return true
  if (last === undefined || isOperandNext(tokens)) return false
  return matchAt(sentence, source, at) !== null && matchAt(shoutedPhrase, source, at) === null
}

export interface LineComment {
  readonly text: string
  readonly end: number
  /** It is written as other languages do, or hardly meant as one: `# why`, `-- why`, and marks around quoted scripts. */
  readonly isOdd: boolean
}

const smallR = 0x72

/** Reads a comment that takes the whole line, from its marker at `at`; null when there is none. */
export function readLineComment(source: string, at: number, limit: number): LineComment | null {
  const code = source.charCodeAt(at)
  if (isAsciiWordCode(code) && (code | 0x20) !== smallR) return null
  const marker = findMarker(source, at)
  if (marker === 0) return readEnclosed(source, at, limit) ?? readMark(source, at, limit)
  const end = findLineEnd(source, at, limit)
  const isOdd = source[at] === "#" || source[at] === "-"
  return { text: source.slice(at + marker, end).trim(), end, isOdd }
}

/** Units: characters in which a comment of C must end. */
const longestEnclosed = 4000

/** A comment of C with nothing behind it on the line where it ends: what stands between its marks, on one line. */
function readEnclosed(source: string, at: number, limit: number): LineComment | null {
  if (source[at] !== "/" || source[at + 1] !== "*") return null
  const within = source.slice(at + 2, Math.min(limit, at + longestEnclosed))
  const length = within.indexOf("*/")
  if (length < 0) return null
  const close = at + 2 + length + 2
  const end = skipBlanks(source, close, limit)
  if (end < limit && !isLineBreak(source[end])) return null
  const text = within.slice(0, length).replace(/[ \t]*[\r\n]+[ \t]*\*?[ \t]*/g, " ")
  return { text: text.replace(/^\*/, "").trim(), end, isOdd: true }
}

const longestMark = 100
const mark =
  /^(?:(?:\.{3,}|\u2026+)(?:[ \t]*[\p{L}\p{N}][^=()"[\]{}]*)?|`{3}[\p{L}\p{N}-]*)[ \t]*$/u

/** `...` for what was left out, and the ``` around a script that was copied out of a text. */
function readMark(source: string, at: number, limit: number): LineComment | null {
  const sign = source[at]
  if (sign !== "." && sign !== "`" && sign !== "\u2026") return null
  const end = findLineEnd(source, at, Math.min(limit, at + longestMark))
  const text = source.slice(at, end)
  const isWhole = findLineEnd(source, end, limit) === end
  return isWhole && mark.test(text) ? { text: text.trim(), end, isOdd: true } : null
}

/** Units: length of the marker; 0 when the line is no comment. */
function findMarker(source: string, at: number): number {
  const character = source[at]
  if (character === "'") return 1
  if (character === "/" && source[at + 1] === "/") return 2
  if (character === "-") return matchAt(dashes, source, at)?.[0].length ?? 0
  if (character === "#")
    return source[at + 1] === "{" || /^#workflow\b/i.test(source.slice(at, at + 12)) ? 0 : 1
  if (character !== "R" && character !== "r") return 0
  const word = matchAt(remWord, source, at)
  if (word === null) return 0
  const next = skipBlanks(source, at + 3, source.length)
  const sign = source.slice(next, next + 2)
  const isVariable = word[0] !== "REM" && /^[=.[]/.test(sign) && sign !== "=="
  return isVariable ? 0 : 3
}
