import type { TextEdit } from "#basic"
import { writeEntries } from "./layout-entries.ts"
import type { FlowText, SharedFlow } from "./open.ts"
import { anchorSteps } from "./step-anchors.ts"

/** What somebody did: edits of the text as it was, and the flow before and after them. */
export interface FlowChange {
  readonly edits: readonly TextEdit[]
  readonly before: FlowText
  readonly after: FlowText
  /**
   * Where the statements begin afterwards, in the order of `after.layout.stepIds`; null when each begins with the
   * character that it began with.
   */
  readonly starts: readonly number[] | null
}

/** Writes a change into a document that holds `before`. `origin` is handed to whoever listens. */
export function writeChange(flow: SharedFlow, change: FlowChange, origin: unknown = null): void {
  const { edits, before, after, starts } = change
  flow.doc.transact(() => {
    const fromTheEnd = edits
      .toReversed()
      .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    for (const edit of fromTheEnd) replace(flow, before.source, edit)
    writeEntries(flow.layout, before.layout, after.layout)
    if (starts !== null) anchorSteps(flow, starts, after.layout.stepIds)
  }, origin)
}

/** Replaces no more than what differs, so that what others wrote beside it stays. */
function replace({ text }: SharedFlow, source: string, edit: TextEdit): void {
  const { start, removed, inserted } = narrow(source, edit)
  if (removed > 0) text.delete(start, removed)
  if (inserted !== "") text.insert(start, inserted)
}

function narrow(source: string, { span, text }: TextEdit) {
  const old = source.slice(span.start, span.end)
  const shorter = Math.min(old.length, text.length)
  let head = 0
  while (head < shorter && old[head] === text[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  // Half of a character outside the basic plane is no text: it would be lost on its way.
  if (head > 0 && isHighHalf(old.charCodeAt(head - 1))) head -= 1
  if (tail > 0 && isLowHalf(old.charCodeAt(old.length - tail))) tail -= 1
  return {
    start: span.start + head,
    removed: old.length - head - tail,
    inserted: text.slice(head, text.length - tail),
  }
}

const isHighHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLowHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
