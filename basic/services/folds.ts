import { findLineEnd, isLineBreak } from "../lexer/characters.ts"
import { readLineComment } from "../lexer/comment.ts"
import type { SourceLine } from "../lexer/token.ts"
import { findCloser } from "../parser/block-words.ts"
import { findOpener } from "../parser/statement.ts"
import type { Span } from "../source/span.ts"
import { findSegment } from "./edit-segments.ts"
import { lineEndAfter, type Segment } from "./segment.ts"
import type { SourceModel } from "./source-model.ts"

/** A stretch of lines that can be shown as its first one: from the start of that line to the end of the last one. */
export interface Fold extends Span {
  readonly kind: "block" | "text" | "comment"
}

/** Lists what can be folded, in the order of the text. */
export function listFolds(model: SourceModel): Fold[] {
  const found = model.segments.flatMap((segment) => {
    const by = segment.start - segment.origin
    return foldsIn(segment).map((fold) => moved(fold, by))
  })
  return [...found, ...listComments(model.source)]
    .filter(({ start, end }) => model.source.slice(start, end).includes("\n"))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** What can be folded where a line begins, the longest; null when nothing can. Reads no more than what is around it. */
export function foldAt({ source, segments }: SourceModel, lineStart: number): Fold | null {
  const lineEnd = findLineEnd(source, lineStart, source.length)
  const segment = segments[findSegment(segments, lineStart)]
  const by = segment === undefined ? 0 : segment.start - segment.origin
  const folds = segment === undefined ? [] : foldsIn(segment)
  const inLine = [...folds.map((fold) => moved(fold, by)), commentAt(source, lineStart)]
    .filter((fold) => fold !== null)
    .filter(({ start, end }) => start >= lineStart && start <= lineEnd && end > lineEnd)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return inLine[0] ?? null
}

const moved = (fold: Fold, by: number): Fold => ({
  ...fold,
  start: fold.start + by,
  end: fold.end + by,
})

const known = new WeakMap<readonly SourceLine[], readonly Fold[]>()

function foldsIn({ lines }: Segment): readonly Fold[] {
  const found = known.get(lines)
  if (found !== undefined) return found
  const folds = collectFolds(lines)
  known.set(lines, folds)
  return folds
}

/** Blocks by the lines that open and close them, so that a program with a broken line folds as well. */
function collectFolds(lines: readonly SourceLine[]): Fold[] {
  const folds: Fold[] = []
  const open: { readonly start: number; readonly kind: string }[] = []
  let last: SourceLine | null = null
  for (const line of lines) {
    if (line.kind !== "code") folds.push({ kind: "text", start: line.start, end: line.end })
    else folds.push({ kind: "block", start: line.start, end: line.end })
    const closer = findCloser(line)
    const isDivider = closer !== null && /^(?:EL|CASE|DEFAULT|CATCH)/.test(closer.words)
    const top = open.at(-1)
    if (closer !== null && top !== undefined) {
      open.pop()
      folds.push({ kind: "block", start: top.start, end: last?.end ?? line.start })
      if (isDivider) open.push({ start: line.start, kind: top.kind })
    }
    const kind = findOpener(line)
    if (kind !== null) open.push({ start: line.start, kind })
    last = line
  }
  return folds
}

const fewestCommentLines = 3

/** Three and more lines of comment in a row. */
function listComments(source: string): Fold[] {
  const found: Fold[] = []
  let first = -1
  let count = 0
  let end = 0
  for (let at = 0; at <= source.length; ) {
    const comment = commentOn(source, at)
    if (comment !== null) {
      if (count++ === 0) first = comment.start
      end = comment.end
    } else {
      if (count >= fewestCommentLines) found.push({ kind: "comment", start: first, end })
      count = 0
    }
    at = at < source.length ? lineEndAfter(source, at) : at + 1
  }
  return found
}

/** The lines of comment that begin with this one; null when it is none, not the first, or they are too few. */
function commentAt(source: string, lineStart: number): Fold | null {
  const first = commentOn(source, lineStart)
  if (first === null || commentOn(source, lineBefore(source, lineStart)) !== null) return null
  let [count, end] = [1, first.end]
  for (let at = lineEndAfter(source, lineStart); at < source.length; count++) {
    const next = commentOn(source, at)
    if (next === null) break
    end = next.end
    at = lineEndAfter(source, at)
  }
  return count >= fewestCommentLines ? { kind: "comment", start: first.start, end } : null
}

/** The comment that is all there is in a line; null when there is something else. */
function commentOn(source: string, lineStart: number): Span | null {
  if (lineStart < 0 || lineStart >= source.length) return null
  const next = lineEndAfter(source, lineStart)
  const text = source.slice(lineStart, Math.min(next, lineStart + 200))
  const start = lineStart + (/^[ \t]*/.exec(text)?.[0].length ?? 0)
  const comment = readLineComment(source, start, source.length)
  return comment === null ? null : { start, end: comment.end }
}

/** Where the line above begins; -1 above the first. */
function lineBefore(source: string, lineStart: number): number {
  if (lineStart === 0) return -1
  const end = source[lineStart - 1] === "\n" && source[lineStart - 2] === "\r" ? 2 : 1
  let at = lineStart - end
  while (at > 0 && !isLineBreak(source[at - 1])) at -= 1
  return at
}
