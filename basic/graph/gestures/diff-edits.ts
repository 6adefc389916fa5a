/** The fewest lines that must change to make one text of another, as edits. */
import type { TextEdit } from "../../source/span.ts"
import { matchKeys } from "../match.ts"

/** Compares by lines, and within changed lines by their ends. Applying the edits to `before` gives `after`. */
export function diffEdits(before: string, after: string): TextEdit[] {
  if (before === after) return []
  const old = splitLines(before)
  const fresh = splitLines(after)
  const pairs = matchKeys(old, fresh)
  const edits: TextEdit[] = []
  let a = 0
  let b = 0
  let at = 0
  for (const [atA, atB] of [...pairs, [old.length, fresh.length] as const]) {
    const removed = old.slice(a, atA).join("")
    const added = fresh.slice(b, atB).join("")
    if (removed !== added) edits.push(trimEdit(at, removed, added))
    at += removed.length + (old[atA]?.length ?? 0)
    a = atA + 1
    b = atB + 1
  }
  return edits
}

const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? []

function trimEdit(at: number, removed: string, added: string): TextEdit {
  const most = Math.min(removed.length, added.length)
  let start = 0
  while (start < most && removed[start] === added[start]) start += 1
  if (start > 0 && isHighSurrogate(removed.charCodeAt(start - 1))) start -= 1
  let end = 0
  while (end < most - start && removed.at(-1 - end) === added.at(-1 - end)) end += 1
  if (end > 0 && isLowSurrogate(removed.charCodeAt(removed.length - end))) end -= 1
  return {
    span: { start: at + start, end: at + removed.length - end },
    text: added.slice(start, added.length - end),
  }
}

/** An edit never begins or ends in the middle of a character. */
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
