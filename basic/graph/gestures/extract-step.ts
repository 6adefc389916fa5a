/** Makes a group of its own of a step that was dragged to empty canvas. */
import type { FlowDocument, Gesture } from "../model.ts"
import { appendGroup } from "./add-group.ts"
import type { Draft } from "./draft.ts"
import { freezePlaces } from "./freeze.ts"
import { homeOf } from "./home.ts"
import { moveStep } from "./move-step.ts"
import { type Done, requireStep } from "./outcome.ts"

export function extractStep(
  draft: Draft,
  { stepId, at, title }: Extract<Gesture, { kind: "extractStep" }>,
  document: FlowDocument,
): Done {
  const { flowId, block } = requireStep(draft, stepId).card
  const placed = freezePlaces(draft, document, flowId)
  const { draft: added, groupId } = appendGroup(placed, {
    flowId,
    home: homeOf(placed, block),
    title,
    statement: "",
    at,
  })
  const { draft: moved } = moveStep(added, { kind: "moveStep", stepId, groupId, index: 0 })
  return { draft: moved, focusStepId: stepId, focusGroupId: groupId }
}
