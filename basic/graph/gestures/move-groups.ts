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
  return { draft: { ...placed, layout: { ...layout, groups: { ...layout.groups, ...moves } } } }
}
