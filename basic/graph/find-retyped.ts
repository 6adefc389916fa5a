/**
 * Finds the one statement that an edit changed, however deep in blocks it stands, and makes sure that nothing else is
 * another: statements below are merely moved.
 */
import { listBlocks } from "../ast/blocks.ts"
import type { Expression, Program, Statement } from "../ast/nodes.ts"
import { shiftSpans } from "../services/shift.ts"

/** A text in pieces that are read apart: those whose `statements` are the same list were not read again. */
export interface ReadText {
  readonly source: string
  readonly segments: readonly ReadPiece[]
  readonly program: Program
}
export interface ReadPiece {
  readonly start: number
  /** Where it stood when it was read: spans of its statements count from there. */
  readonly origin: number
  readonly statements: readonly Statement[]
}

/** A statement before and after; spans as they stand in their texts. */
export interface Retyped {
  readonly before: Statement
  readonly after: Statement
  readonly by: number
  /** Nothing but words that the step says is another: its ways out and its bodies are what they were. */
  readonly isInWords: boolean
}

/** The innermost statement that is another; null when there is none, or more has changed. */
export function findRetyped(before: ReadText, after: ReadText): Retyped | null {
  const old = before.segments
  const fresh = after.segments
  if (old.length !== fresh.length) return null
  const by = after.source.length - before.source.length
  const isKept = (at: number) => old[at]?.statements === fresh[at]?.statements
  let first = 0
  while (first < old.length && isKept(first)) first += 1
  let last = old.length - 1
  while (last > first && isKept(last)) last -= 1
  const pairs: Pair[] = []
  for (let at = first; at <= last; at += 1) {
    const [was, is] = [onlyStatement(old[at]), onlyStatement(fresh[at])]
    if (was === null || is === null) return null
    pairs.push({ before: was, after: is })
  }
  const outer = findChanged(pairs, by)
  const inner = outer && innermost(outer, by)
  const isOne = inner && isInside(inner, by, before, after) && isSameAround(outer, inner, by)
  return isOne ? { ...inner, by, isInWords: isInWords(inner, by) } : null
}

interface Pair<N = Statement> {
  readonly before: N
  readonly after: N
}

/** The one pair that differs; those behind it are moved. Null when there is none, or another. */
function findChanged(pairs: readonly Pair[], by: number): Pair | null {
  let changed: Pair | null = null
  for (const pair of pairs) {
    if (isMoved(pair.before, pair.after, changed === null ? 0 : by)) continue
    if (changed !== null) return null
    changed = pair
  }
  return changed
}

/** Follows a change into the bodies of the statement that holds it. */
function innermost(pair: Pair, by: number): Pair | null {
  const old = listBlocks(pair.before)
  const fresh = listBlocks(pair.after)
  if (old.length !== fresh.length) return null
  const inside: Pair[] = []
  for (const [at, { outlet, block }] of old.entries()) {
    const other = fresh[at]
    const others = other?.block.statements ?? []
    if (other?.outlet !== outlet || others.length !== block.statements.length) return null
    inside.push(...block.statements.map((before, index) => ({ before, after: others[index]! })))
  }
  // The line that opens a block stands above its bodies: where it is another, they all look as if they were.
  const changed = inside.filter(({ before, after }) => !isMoved(before, after, 0))
  const isBelow =
    changed.length === 0 || inside.every((each) => isMoved(each.before, each.after, by))
  const next = isBelow ? null : findChanged(inside, by)
  return next === null ? pair : innermost(next, by)
}

/** The edit lies behind the first character of the statement, and before its end. */
function isInside({ before, after }: Pair, by: number, from: ReadText, to: ReadText): boolean {
  const [was, is] = [before.span, after.span]
  return (
    was.start === is.start &&
    is.end - was.end === by &&
    from.source[was.start] === to.source[is.start] &&
    before.leading.length === after.leading.length &&
    isMoved(before.trailing, after.trailing, by)
  )
}

/** Whether the statement says something else, and is the same otherwise. */
const isInWords = (pair: Pair, by: number): boolean => {
  const [old, fresh] = [wordsIn(pair.before), wordsIn(pair.after)]
  return old.some((before, at) => {
    const after = fresh[at]
    return before !== null && after && isSameAround(pair, { before, after }, by)
  })
}

/** What a step shows of a statement, and nothing depends on. */
function wordsIn(statement: Statement): readonly (Expression | null)[] {
  switch (statement.kind) {
    case "HearStatement":
      return [statement.prompt]
    case "IfStatement":
      return [statement.branches[0]?.condition ?? null]
    case "ForStatement":
      return [statement.from, statement.to, statement.step]
    case "ForEachStatement":
      return [statement.list]
    case "WhileStatement":
      return [statement.condition]
    default:
      return []
  }
}

type Part = Pair<{ readonly span: { readonly start: number; readonly end: number } }>

/** Whether two trees are the same but for one part of them: what stands behind that part is moved. */
function isSameAround(whole: Pair<unknown>, part: Part, by: number): boolean {
  const { start, end } = part.before.span
  const isAt = (was: number, is: number) =>
    (was <= start && is === was) || (was >= end && is === was + by)
  return isSame(whole.before, whole.after, part, isAt)
}

/** Whether two trees are the same, one of them moved. */
const isMoved = (before: unknown, after: unknown, by: number): boolean =>
  isSame(before, after, null, (was, is) => is === was + by)

type IsAt = (was: number, is: number) => boolean

function isSame(a: unknown, b: unknown, part: Part | null, isAt: IsAt): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return a === b
  if (a === part?.before) return b === part.after
  if (Array.isArray(a))
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSame(item, b[index], part, isAt))
    )
  const [old, fresh] = [a as Fields, b as Fields]
  for (const key in old) {
    const [was, is] = [old[key], fresh[key]]
    if (key === "span" && isSpan(was) && isSpan(is)) {
      if (!isAt(was.start, is.start) || !isAt(was.end, is.end)) return false
    } else if (!isSame(was, is, part, isAt)) return false
  }
  for (const key in fresh) if (!(key in old)) return false
  return true
}

type Fields = Readonly<Record<string, unknown>>

const isSpan = (value: unknown): value is { start: number; end: number } =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as { start?: unknown }).start === "number" &&
  typeof (value as { end?: unknown }).end === "number"

function onlyStatement(piece: ReadPiece | undefined): Statement | null {
  const [statement, second] = piece?.statements ?? []
  if (piece === undefined || statement === undefined || second !== undefined) return null
  return shiftSpans(statement, piece.start - piece.origin)
}
