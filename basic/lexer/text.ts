import { findLineEnd, isLineBreak, isWordCharacter, matchAt, skipLineBreak } from "./characters.ts"
import { type Budget, findInterpolationEnd } from "./interpolation.ts"
import type { Segment } from "./token.ts"

export interface ScannedText {
  readonly end: number
  readonly segments: readonly Segment[]
  readonly isMultiline: boolean
  readonly isClosed: boolean
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  '"': '"',
  "'": "'",
  "\\": "\\",
}
const unicodeEscape = /u\{([0-9a-fA-F]{1,6})\}/y

/** Collects cooked characters and expression ranges; neighbours of one kind are joined. */
export class SegmentList {
  readonly segments: Segment[] = []
  private characters = ""

  add(text: string) {
    this.characters += text
  }
  addExpression(start: number, end: number) {
    this.flush()
    this.segments.push({ kind: "expression", start, end })
  }
  finish(): Segment[] {
    this.flush()
    return this.segments
  }
  private flush() {
    if (this.characters !== "") this.segments.push({ kind: "characters", text: this.characters })
    this.characters = ""
  }
}

/** Reads one escape after a backslash at `at`. Unknown ones stay as they are written. */
function readEscape(source: string, at: number): { text: string; end: number } {
  const next = source[at + 1] ?? ""
  const simple = escapes[next]
  if (simple !== undefined) return { text: simple, end: at + 2 }
  if (next === "$" && source[at + 2] === "{") return { text: "${", end: at + 3 }
  const unicode = matchAt(unicodeEscape, source, at + 1)
  const code = unicode === null ? Number.NaN : Number.parseInt(unicode[1] ?? "", 16)
  if (unicode !== null && code <= 0x10ffff)
    return { text: String.fromCodePoint(code), end: at + 1 + unicode[0].length }
  return { text: "\\", end: at + 1 }
}

/**
 * Reads a text from its opening quote.
 *
 * Shape: line breaks become LF. When the closing quote is missing, or stands where the text of a
 *        later line begins (`TALK "Hello` above `TALK "Bye"`), the text ends with its first line.
 */
export function scanText(
  source: string,
  start: number,
  limit: number,
  budget: Budget,
): ScannedText {
  const quote = source[start] ?? '"'
  const close = findPlainEnd(source, start + 1, limit, quote)
  if (close < limit && source[close] === quote && source[close + 1] !== quote)
    return plainText(source, start + 1, close)
  const list = new SegmentList()
  let firstLineEnd: number | null = null
  let at = start + 1
  while (at < limit) {
    const character = source[at] ?? ""
    if (character === quote && source[at + 1] === quote && at + 1 < limit && quote !== "`") {
      list.add(quote)
      at += 2
    } else if (character === quote) {
      if (firstLineEnd !== null && looksUnclosed(source, at, quote)) break
      return {
        end: at + 1,
        segments: list.finish(),
        isMultiline: firstLineEnd !== null,
        isClosed: true,
      }
    } else if (isLineBreak(character)) {
      firstLineEnd ??= at
      list.add("\n")
      at = skipLineBreak(source, at, limit)
    } else if (character === "\\" && quote !== "`") {
      const escaped = readEscape(source, at)
      list.add(escaped.text)
      at = escaped.end
    } else if (character === "$" && quote === '"' && source[at + 1] === "{") {
      at = scanInterpolation(source, at, limit, budget, list)
    } else {
      const end = findPlainEnd(source, at + 1, limit, quote)
      list.add(source.slice(at, end))
      at = end
    }
  }
  const end = firstLineEnd ?? findLineEnd(source, start, limit)
  return { end, segments: [], isMultiline: false, isClosed: false }
}

/** Nearly all texts stand on one line and hold nothing but characters. */
const plainText = (source: string, start: number, end: number): ScannedText => ({
  end: end + 1,
  segments: start === end ? [] : [{ kind: "characters", text: source.slice(start, end) }],
  isMultiline: false,
  isClosed: true,
})

const typographic: Readonly<Record<string, string>> = {
  "\u201c": "\u201d\u201c",
  "\u201d": "\u201d",
  "\u201e": "\u201c\u201d",
  "\u00ab": "\u00bb",
  "\u2018": "\u2019\u2018",
  "\u201a": "\u2018\u2019",
  "\uff02": "\uff02",
}

/** Reads a text in the quotes of a word processor; null when nothing closes it on its line. */
export function scanTypographic(
  source: string,
  start: number,
  limit: number,
  budget: Budget,
): ScannedText | null {
  const closers = typographic[source[start] ?? ""]
  if (closers === undefined) return null
  const list = new SegmentList()
  const lineEnd = findLineEnd(source, start, limit)
  for (let at = start + 1; at < lineEnd; ) {
    const character = source[at] ?? ""
    if (closers.includes(character))
      return { end: at + 1, segments: list.finish(), isMultiline: false, isClosed: true }
    if (character === "$" && source[at + 1] === "{")
      at = scanInterpolation(source, at, lineEnd, budget, list)
    else if (character === "\\") {
      const escaped = readEscape(source, at)
      list.add(escaped.text)
      at = escaped.end
    } else {
      list.add(character)
      at++
    }
  }
  return null
}

/** Where the characters that stand for themselves end. */
function findPlainEnd(source: string, start: number, limit: number, quote: string): number {
  const quoteCode = quote.charCodeAt(0)
  let at = start
  while (at < limit) {
    const code = source.charCodeAt(at)
    const isSpecial = code === 0x5c || code === 0x24 || code === 0x0a || code === 0x0d
    if (isSpecial || code === quoteCode) break
    at++
  }
  return at
}

/** Reads `${...}` at `at`, as characters when it has no end on its line. Gives the offset behind what it read. */
export function scanInterpolation(
  source: string,
  at: number,
  limit: number,
  budget: Budget,
  list: SegmentList,
): number {
  const end = findInterpolationEnd(source, at + 2, limit, budget)
  if (end === null) {
    list.add("${")
    return at + 2
  }
  list.addExpression(at + 2, end)
  return end + 1
}

const commandBeforeQuote = /(?:^|[\r\n])[ \t]*[A-Z][A-Z _]*[ \t]$/
/** Longer lines before a quote are no bare commands. Units: UTF-16 code units. */
const longestCommand = 60

/** A closing quote on a later line that directly precedes a word, or follows a bare command, opens that line's own text. */
function looksUnclosed(source: string, at: number, quote: string): boolean {
  if (isWordCharacter(source[at + 1])) return true
  return (
    quote === '"' && commandBeforeQuote.test(source.slice(Math.max(0, at - longestCommand), at))
  )
}
