/** Stores where groups were dragged to. The text does not change. */
import type { FlowDocument, Gesture } from "../model.ts"
import type { Draft } from "./draft.ts"
import { freezePlaces } from "./freeze.ts"
import type { Done } from "./outcome.ts"

export function moveGroups(
  draft: Draft,
  { moves }: Extract<Gesture, { kind: "moveGroups" }>,
  document: FlowDocument,
): Done {
  let placed = draft
  for (const { id, groups } of document.flows) {
    if (groups.some((group) => group.id in moves)) placed = freezePlaces(placed, document, id)
  }
  const { layout } = placed
  const notes = layout.notes?.map((note) => ({ ...note, ...moves[note.id] }))
  const isNote = new Set(notes?.map(({ id }) => id))
  const cards = Object.fromEntries(Object.entries(moves).filter(([id]) => !isNote.has(id)))
  return {
    draft: {
      ...placed,
      layout: { ...layout, groups: { ...layout.groups, ...cards }, ...(notes && { notes }) },
    },
  }
}
