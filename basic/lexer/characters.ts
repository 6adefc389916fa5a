/** Blanks within a line beyond ASCII, those without a width and the byte order mark included. */
const rareBlank = /[\u00a0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff]/

/** Blank, tab, vertical tab, form feed, and the rare ones. */
const isBlankCode = (code: number): boolean => {
  if (code < 0x80) return code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c
  return code >= 0xa0 && rareBlank.test(String.fromCharCode(code))
}

export const isBlank = (character: string | undefined): boolean =>
  character !== undefined && character !== "" && isBlankCode(character.charCodeAt(0))

export const isLineBreak = (character: string | undefined): boolean =>
  character === "\n" || character === "\r"

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u

export const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && wordCharacter.test(character)

/** Finds the first offset from `at` that is no blank. */
export function skipBlanks(source: string, at: number, limit: number): number {
  let offset = at
  while (offset < limit && isBlankCode(source.charCodeAt(offset))) offset++
  return offset
}

/** Finds the line break (or the limit) that ends the line of `at`. */
export function findLineEnd(source: string, at: number, limit: number): number {
  let offset = at
  while (offset < limit) {
    const code = source.charCodeAt(offset)
    if (code === 0x0a || code === 0x0d) break
    offset++
  }
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

/** Where the match of a sticky expression at an offset ends; -1 when there is none. */
export function findMatchEnd(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : -1
}

/** A letter, a digit or an underscore of ASCII: what nearly all words are made of. */
export const isAsciiWordCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f

const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\$(?!\{))?/uy

/** Where the word at an offset ends; -1 when none begins there. Words of ASCII alone need no expression. */
export function findWordEnd(source: string, start: number): number {
  const first = source.charCodeAt(start)
  if (first < 0x80 && (!isAsciiWordCode(first) || first <= 0x39)) return -1
  let end = start
  while (isAsciiWordCode(source.charCodeAt(end))) end++
  const next = source.charCodeAt(end)
  return next >= 0x80 || next === 0x24 ? findMatchEnd(word, source, start) : end
}

/** A part of the source as it is written, with line breaks as LF whatever the file has. */
export const asWritten = (source: string, start: number, end: number): string =>
  source.slice(start, end).replace(/\r\n?/g, "\n")
