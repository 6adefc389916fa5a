import type { Program } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { type LexedPart, lexFrom } from "../lexer/lex.ts"
import { collectAssigned, collectProcedures } from "../parser/assigned-names.ts"
import { readPart } from "../parser/parse.ts"
import { hasSentences } from "../parser/prose.ts"
import { areSettled, cutSegments, moveSegment, type Segment } from "./segment.ts"

/** One replacement, and the text it leads to. `delta`: how much longer that is. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly delta: number
  readonly source: string
}

type Closing = Program["body"]["closing"]

interface Edited {
  readonly segments: readonly Segment[]
  readonly closing: Closing
  readonly readCount: number
}

interface Kept {
  readonly segments: readonly Segment[]
  readonly closing: Closing
}

/** More findings than this are cut in a whole text, so that parts do not add up to it. */
const mostFindings = 300

/** Reads the segments around a change again and moves the others; null when the whole text must be read. */
export function editSegments(
  { segments, closing }: Kept & { readonly source: string },
  change: Change,
): Edited | null {
  if (segments.length < 2 || !areSettled(segments)) return null
  const first = Math.max(0, findSegment(segments, change.start) - 1)
  const last = findSegment(segments, change.end)
  const ends = new Map<number, number>()
  for (let index = last + 1; index < segments.length - 1; index++) {
    const segment = segments[index] as Segment
    ends.set(segment.start + segment.length + change.delta, index)
  }
  const start = segments[first]?.start ?? 0
  const lexed = lexFrom(change.source, start, (offset) => ends.has(offset))
  const lastRead = lexed.end >= change.source.length ? segments.length - 1 : ends.get(lexed.end)
  if (lastRead === undefined) return null
  const kept = { before: segments.slice(0, first), after: segments.slice(lastRead + 1) }
  const removed = segments.slice(first, lastRead + 1)
  const added = readSegments(change.source, start, lexed, { ...kept, removed })
  if (added === null) return null
  const moved =
    change.delta === 0
      ? kept.after
      : kept.after.map((segment) => moveSegment(segment, change.delta))
  return {
    segments: [...kept.before, ...added.segments, ...moved],
    closing: kept.after.length === 0 ? added.closing : closing,
    readCount: added.segments.length,
  }
}

interface Around {
  readonly before: readonly Segment[]
  readonly after: readonly Segment[]
  readonly removed: readonly Segment[]
}

function readSegments(
  source: string,
  start: number,
  lexed: LexedPart,
  around: Around,
): { readonly segments: readonly Segment[]; readonly closing: Closing } | null {
  const { lines, hashComments } = lexed
  const isTail = around.after.length === 0
  const closing = isTail ? lexed.closing : []
  if (lines.length === 0) return null
  const kept = [...around.before, ...around.after]
  const assigned = collectAssigned(lines)
  const procedures = collectProcedures(lines)
  if (changesOthers(around, kept, { assigned, procedures })) return null
  for (const segment of kept) {
    // Most have none, and this is done for thousands with every key.
    if (segment.assigned.size > 0) for (const name of segment.assigned) assigned.add(name)
    if (segment.procedures.size > 0) for (const name of segment.procedures) procedures.add(name)
  }
  const part = { source, lines, hashComments, closing, assigned, procedures }
  const { body, diagnostics } = readPart(part)
  if (!isTail && body.closing.length > 0) return null
  const count = kept.reduce((sum, segment) => sum + segment.diagnostics.length, diagnostics.length)
  if (count > mostFindings) return null
  const { statements } = body
  const added = cutSegments({ source, start, end: lexed.end, lines, statements, diagnostics })
  const together = [...around.before, ...added, ...around.after]
  const isRead = areSettled(together) && !crossesTexts(around, added)
  return isRead && !mayBeProse(source, together) ? { segments: added, closing: body.closing } : null
}

/** A name that begins or ceases to be a variable or a procedure changes how lines that hold it are read. */
function changesOthers(
  { removed }: Around,
  kept: readonly Segment[],
  added: Pick<Segment, NameKind>,
): boolean {
  const changed = (["assigned", "procedures"] as const).flatMap((kind) => {
    const before = new Set(removed.flatMap((segment) => [...segment[kind]]))
    const names = [...difference(before, added[kind]), ...difference(added[kind], before)]
    return names.filter((name) => !kept.some((segment) => segment[kind].has(name)))
  })
  // The mark of an array is no part of its word.
  const words = changed.map((name) => name.replace(/\($/, ""))
  return words.some((word) => kept.some((segment) => segment.words.has(word)))
}

type NameKind = "assigned" | "procedures"

const difference = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((name) => !b.has(name))

/** Behind a text nothing closes, later ones may not go on over lines; so one that opens or closes matters below. */
function crossesTexts({ before, after, removed }: Around, added: readonly Segment[]): boolean {
  const isOpen = (segment: Segment) => segment.hasOpenText || segment.hasOpenRareText
  const touched = [...removed, ...added]
  if (before.some(isOpen) || touched.some(({ hasOpenRareText }) => hasOpenRareText)) return true
  return touched.some(isOpen) && after.some((each) => isOpen(each) || each.hasLongText)
}

/** The parser looks at the whole of a text that has hardly a statement, or reads like sentences. */
function mayBeProse(source: string, segments: readonly Segment[]): boolean {
  const isError = ({ severity }: Diagnostic) => severity === "error"
  if (!segments.some(({ diagnostics }) => diagnostics.some(isError))) return false
  const isUnread = ({ statements }: Segment) =>
    statements.every(({ kind }) => kind === "BrokenStatement")
  return segments.every(isUnread) || hasSentences(source)
}

/** The index of the segment that holds an offset; of the later one where two meet. */
export function findSegment(segments: readonly Segment[], offset: number): number {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
