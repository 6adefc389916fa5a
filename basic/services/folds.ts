import { readLineComment } from "../lexer/comment.ts"
import type { SourceLine } from "../lexer/token.ts"
import { findCloser } from "../parser/block-words.ts"
import { findOpener } from "../parser/statement.ts"
import type { Span } from "../source/span.ts"
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
    return foldsIn(segment).map((fold) => ({
      ...fold,
      start: fold.start + by,
      end: fold.end + by,
    }))
  })
  return [...found, ...listComments(model.source)]
    .filter(({ start, end }) => model.source.slice(start, end).includes("\n"))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

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
    const next = at < source.length ? lineEndAfter(source, at) : at + 1
    const start = at + (/^[ \t]*/.exec(source.slice(at, Math.min(next, at + 200)))?.[0].length ?? 0)
    const comment = at < source.length ? readLineComment(source, start, source.length) : null
    if (comment !== null) {
      if (count++ === 0) first = at
      end = comment.end
    } else {
      if (count >= fewestCommentLines) found.push({ kind: "comment", start: first, end })
      count = 0
    }
    at = next
  }
  return found
}
