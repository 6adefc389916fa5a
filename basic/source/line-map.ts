import type { Position, Span } from "./span.ts"

/** Finds lines and columns in one text. Made once per text; a lookup costs a binary search. */
export interface LineMap {
  readonly lineCount: number
  /** Offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position
  offsetAt(position: Position): number
  /** The text of a line without its line break. Lines count from 1; a line that is not there is empty. */
  lineText(line: number): string
}

/** Maps offsets of `source` to places a person can read. A line ends at LF, CRLF or CR. */
export function createLineMap(source: string): LineMap {
  const starts = listLineStarts(source)
  /** Places are mostly asked for in the order of the text. */
  let last = 0
  const isIn = (line: number, offset: number): boolean =>
    (starts[line] ?? 0) <= offset && offset < (starts[line + 1] ?? Number.POSITIVE_INFINITY)
  const lineAt = (offset: number): number => {
    if (isIn(last, offset)) return last
    if (last + 1 < starts.length && isIn(last + 1, offset)) return ++last
    last = search(offset)
    return last
  }
  const search = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const inside = Math.min(Math.max(offset, 0), source.length)
      const index = lineAt(inside)
      return { line: index + 1, column: inside - (starts[index] ?? 0) + 1 }
    },
    offsetAt({ line, column }) {
      const index = Math.min(Math.max(line, 1), starts.length) - 1
      const end = starts[index + 1] ?? source.length
      return Math.min((starts[index] ?? 0) + Math.max(column, 1) - 1, end)
    },
    lineText(line) {
      const start = starts[line - 1]
      if (start === undefined) return ""
      return source.slice(start, starts[line] ?? source.length).replace(/[\r\n]+$/, "")
    },
  }
}

function listLineStarts(source: string): number[] {
  const starts = [0]
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 10) starts.push(at + 1)
    else if (code === 13 && source.charCodeAt(at + 1) !== 10) starts.push(at + 1)
  }
  return starts
}

/** Gives the text a span covers. */
export const textOf = (source: string, span: Span): string => source.slice(span.start, span.end)
