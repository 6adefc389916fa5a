/** Blanks within a line, the byte order mark included. */
const blank = /[ \t\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]/

export const isBlank = (character: string | undefined): boolean =>
  character !== undefined && character !== "" && blank.test(character)

export const isLineBreak = (character: string | undefined): boolean =>
  character === "\n" || character === "\r"

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u

export const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && wordCharacter.test(character)

/** Finds the first offset from `at` that is no blank. */
export function skipBlanks(source: string, at: number, limit: number): number {
  let offset = at
  while (offset < limit && isBlank(source[offset])) offset++
  return offset
}

/** Finds the line break (or the limit) that ends the line of `at`. */
export function findLineEnd(source: string, at: number, limit: number): number {
  let offset = at
  while (offset < limit && !isLineBreak(source[offset])) offset++
  return offset
}

/** Steps over one LF, CRLF or CR. */
export function skipLineBreak(source: string, at: number, limit: number): number {
  if (at >= limit) return limit
  if (source[at] === "\r" && source[at + 1] === "\n") return Math.min(at + 2, limit)
  return isLineBreak(source[at]) ? at + 1 : at
}

/** Runs a sticky expression at an offset and gives the match, or null. */
export function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

/** A part of the source as it is written, with line breaks as LF whatever the file has. */
export const asWritten = (source: string, start: number, end: number): string =>
  source.slice(start, end).replace(/\r\n?/g, "\n")
