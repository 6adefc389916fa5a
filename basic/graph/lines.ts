/** Lines of a source text: where they begin and end, how far they are indented, which are comments. */
import { findLineEnd, isLineBreak, skipBlanks, skipLineBreak } from "../lexer/characters.ts"
import { readLineComment } from "../lexer/comment.ts"
import type { Span } from "../source/span.ts"

/** One step of indentation, as the printer has it. */
export const indentUnit = "    "

export function lineStart(source: string, at: number): number {
  let offset = at
  while (offset > 0 && !isLineBreak(source[offset - 1])) offset -= 1
  return offset
}

/** The end of the line without its line break. */
export const lineEnd = (source: string, at: number): number =>
  findLineEnd(source, at, source.length)

/** The start of the line after the one of `at`; the end of the text when there is none. */
export const nextLine = (source: string, at: number): number =>
  skipLineBreak(source, lineEnd(source, at), source.length)

export function indentAt(source: string, at: number): string {
  const start = lineStart(source, at)
  return source.slice(start, skipBlanks(source, start, source.length))
}

/** The line break the author uses. */
export function lineBreakOf(source: string): string {
  const at = source.search(/[\r\n]/)
  if (at === -1) return "\n"
  return source.startsWith("\r\n", at) ? "\r\n" : source[at]!
}

/** Whether nothing but blanks stands before `at` on its line. */
export const isFirstOnLine = (source: string, at: number): boolean =>
  skipBlanks(source, lineStart(source, at), at) === at

/** Steps up from a line's start over the comment lines directly above it, but not above `limit`. */
export function commentsAbove(source: string, start: number, limit: number): number {
  let top = start
  while (top > limit) {
    const above = lineStart(source, top - lineBreakLength(source, top))
    if (above < limit) break
    const first = skipBlanks(source, above, source.length)
    if (readLineComment(source, first, source.length) === null) break
    top = above
  }
  return top
}

const lineBreakLength = (source: string, start: number): number =>
  source.startsWith("\r\n", start - 2) ? 2 : 1

/** Steps up from a line's start over blank lines. */
export function blanksAbove(source: string, start: number, limit: number): number {
  let top = start
  while (top > limit) {
    const above = lineStart(source, top - lineBreakLength(source, top))
    if (above < limit || source.slice(above, top).trim() !== "") break
    top = above
  }
  return top
}

/**
 * Moves lines from one indentation to another.
 *
 * Shape: lines that begin inside one of `frozen` keep every character: they are inside a text.
 * Units: spans count from the start of `text`.
 */
export function reindent(
  text: string,
  from: string,
  to: string,
  frozen: readonly Span[],
): { readonly text: string; readonly moved: (offset: number) => number } {
  if (from === to) return { text, moved: (offset) => offset }
  const shifts: { at: number; by: number }[] = []
  let result = ""
  let at = 0
  let total = 0
  while (at < text.length) {
    const end = skipLineBreak(text, lineEnd(text, at), text.length)
    const line = text.slice(at, end)
    const isFrozen = frozen.some((span) => span.start < at && at < span.end)
    const shifted = isFrozen ? line : shiftLine(line, from, to)
    total += shifted.length - line.length
    shifts.push({ at, by: total })
    result += shifted
    at = end
  }
  const moved = (offset: number) =>
    offset + (shifts.findLast((shift) => shift.at <= offset)?.by ?? 0)
  return { text: result, moved }
}

function shiftLine(line: string, from: string, to: string): string {
  if (line.trim() === "") return line
  if (line.startsWith(from)) return to + line.slice(from.length)
  // Less indented than the first line: as near to the new place as its own blanks allow.
  return to + line.trimStart()
}
