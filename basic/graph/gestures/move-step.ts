/** Moves a step to another place: on its card, or on another one. */
import type { Card } from "../cards.ts"
import type { Gesture } from "../model.ts"
import { type Draft, locate, revise } from "./draft.ts"
import { openBody } from "./open-body.ts"
import { type Done, requireCard, requireStep } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { slotOnCard } from "./regions.ts"
import { copyLines, insertLines, removeLines } from "./write.ts"

export function moveStep(
  draft: Draft,
  { stepId, groupId, index }: Extract<Gesture, { kind: "moveStep" }>,
): Done {
  const from = openBody(draft, requireStep(draft, stepId).card).draft
  const to = openBody(from, requireCard(from, groupId))
  const { card, placed } = requireStep(to.draft, stepId)
  if (isInside(to.draft, to.card, [placed.step.id, placed.step.select?.id]))
    refuse("basic.canvas_into_itself", {})
  const length = placed.step.select === null ? 1 : 2
  const slot = slotOnCard(to.draft, to.card, index)
  const lines = copyLines(to.draft, card.block, placed.at, placed.at + length, slot.indent)
  const isHere = lines.region.start <= slot.offset && slot.offset <= lines.region.end
  if (isHere) return { draft, focusStepId: stepId }
  const edits = [removeLines(to.draft, lines.region), insertLines(to.draft, slot, lines)]
  return { draft: revise(to.draft, edits), focusStepId: stepId }
}

/** Whether a card stands in a body of one of these statements. */
function isInside(draft: Draft, card: Card, ids: readonly (string | undefined)[]): boolean {
  for (let id = card.block.ownerId; id !== null; id = locate(draft, id)?.place.ownerId ?? null) {
    if (ids.includes(id)) return true
  }
  return false
}
