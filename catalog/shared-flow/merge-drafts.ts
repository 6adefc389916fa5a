import * as Y from "yjs"
import { matchKeys, openDocument, type TextEdit } from "#basic"
import {
  copySharedFlow,
  type FlowText,
  readSharedFlow,
  type SharedFlow,
  seedSharedFlow,
  startsOf,
} from "./open.ts"
import { writeChange } from "./write-change.ts"

/** Edits that lead from one text to another, line by line: what is equal stays what it is. */
export function diffLines(before: string, after: string): TextEdit[] {
  if (before === after) return []
  const [old, fresh] = [linesOf(before), linesOf(after)]
  const edits: TextEdit[] = []
  let [a, b, at] = [0, 0, 0]
  for (const [nextA, nextB] of [...matchKeys(old, fresh), [old.length, fresh.length] as const]) {
    const removed = old.slice(a, nextA).join("")
    const text = fresh.slice(b, nextB).join("")
    if (removed !== text) edits.push({ span: { start: at, end: at + removed.length }, text })
    at += removed.length + (old[nextA]?.length ?? 0)
    a = nextA + 1
    b = nextB + 1
  }
  return edits
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/**
 * Brings two drafts together that were made of the same one, without a history of either.
 *
 * Shape: everything that either put in is there; what either took out is not, unless the other put
 * something in its place. What both did alike counts once.
 */
export function mergeDrafts(base: FlowText, mine: FlowText, theirs: FlowText): FlowText {
  const flow = seedSharedFlow(base)
  const other = copySharedFlow(flow)
  enterDraft(flow, theirs)
  const done = new Set(diffLines(base.source, theirs.source).map(keyOf))
  enterDraft(other, mine, (edit) => !done.has(keyOf(edit)))
  Y.applyUpdate(flow.doc, Y.encodeStateAsUpdate(other.doc))
  return readSharedFlow(flow)
}

const keyOf = ({ span, text }: TextEdit): string => `${span.start} ${span.end} ${text}`

/** Makes a document say what a draft says, by the edits that lead there. */
export function enterDraft(
  flow: SharedFlow,
  draft: FlowText,
  isWanted: (edit: TextEdit) => boolean = () => true,
  origin: unknown = null,
): void {
  const before = readSharedFlow(flow)
  const edits = diffLines(before.source, draft.source).filter(isWanted)
  const source = applyEdits(before.source, edits)
  // A draft whose edits were all wanted knows its own steps; of another they are carried over.
  const isWhole = source === draft.source
  const previous = openDocument(before.source, before.layout)
  const { layout, program } = isWhole
    ? openDocument(source, draft.layout)
    : openDocument(source, { ...draft.layout, stepIds: before.layout.stepIds }, previous)
  writeChange(flow, { edits, before, after: { source, layout }, starts: startsOf(program) }, origin)
}

function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let text = ""
  let at = 0
  for (const edit of edits) {
    text += source.slice(at, edit.span.start) + edit.text
    at = edit.span.end
  }
  return text + source.slice(at)
}
