import type { Layout, TextEdit } from "#basic"

/**
 * The one history of a program: text edits with the layout before and after, whether they came from the
 * canvas or from typing. Entries hold what changed, not copies of the text, so there is no limit but
 * memory's.
 */
export interface HistoryEntry {
  readonly redo: readonly TextEdit[]
  readonly undo: readonly TextEdit[]
  readonly layoutBefore: Layout
  readonly layoutAfter: Layout
  /** Typing joins what was typed just before; a gesture always stands alone. */
  readonly isTyping: boolean
  /** Units: ms, of any clock that only goes forward. */
  readonly at: number
}

export interface EditHistory {
  readonly past: readonly HistoryEntry[]
  readonly future: readonly HistoryEntry[]
}

export const emptyHistory: EditHistory = { past: [], future: [] }
const joinWithinMs = 900

/** Applies edits that refer to the text before any of them. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let text = ""
  let at = 0
  for (const edit of inOrder(edits)) {
    text += source.slice(at, edit.span.start) + edit.text
    at = edit.span.end
  }
  return text + source.slice(at)
}

/** The edits that lead back; they refer to the text after `edits`. */
export function invertEdits(source: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0
  return inOrder(edits).map((edit) => {
    const start = edit.span.start + shift
    shift += edit.text.length - (edit.span.end - edit.span.start)
    return {
      span: { start, end: start + edit.text.length },
      text: source.slice(edit.span.start, edit.span.end),
    }
  })
}

/** One edit for everything between the first and the last place where two texts differ. */
export function diffTexts(before: string, after: string): TextEdit[] {
  if (before === after) return []
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const span = { start, end: before.length - tail }
  return [{ span, text: after.slice(start, after.length - tail) }]
}

/** Adds an entry; what had been undone is gone. Typing in one place within a breath is one entry. */
export function record(history: EditHistory, entry: HistoryEntry): EditHistory {
  const last = history.past.at(-1)
  const joined = last && history.future.length === 0 ? join(last, entry) : null
  if (joined) return { past: [...history.past.slice(0, -1), joined], future: [] }
  return { past: [...history.past, entry], future: [] }
}

/** The entry to undo or to redo, and the history after that; null when there is none. */
export function moveThrough(history: EditHistory, direction: "undo" | "redo") {
  const entry = direction === "undo" ? history.past.at(-1) : history.future.at(-1)
  if (!entry) return null
  const moved =
    direction === "undo"
      ? { past: history.past.slice(0, -1), future: [...history.future, entry] }
      : { past: [...history.past, entry], future: history.future.slice(0, -1) }
  return { entry, history: moved }
}

/** Joins an insertion to the one right before it, or a deletion to the one right after it. */
function join(last: HistoryEntry, next: HistoryEntry): HistoryEntry | null {
  if (!last.isTyping || !next.isTyping || next.at - last.at > joinWithinMs) return null
  const [first, second] = [last.redo[0], next.redo[0]]
  const [firstUndo, secondUndo] = [last.undo[0], next.undo[0]]
  if (!first || !second || !firstUndo || !secondUndo || last.redo.length + next.redo.length > 2)
    return null
  const isAppending =
    second.span.start === first.span.start + first.text.length &&
    second.span.end === second.span.start
  if (!isAppending || second.text.includes("\n")) return null
  const text = first.text + second.text
  const start = first.span.start
  return {
    ...next,
    redo: [{ span: first.span, text }],
    undo: [{ span: { start, end: start + text.length }, text: firstUndo.text }],
    layoutBefore: last.layoutBefore,
  }
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}
