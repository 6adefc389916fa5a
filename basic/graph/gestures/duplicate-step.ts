/** Puts a copy of a step behind it. */
import type { Gesture } from "../model.ts"
import { firstNewId } from "./add-step.ts"
import { type Draft, revise } from "./draft.ts"
import { openBody } from "./open-body.ts"
import { type Done, requireStep } from "./outcome.ts"
import { slotAt } from "./regions.ts"
import { stepRegion } from "./remove-steps.ts"
import { settleSnippet, snippetLines } from "./snippet.ts"
import { insertLines } from "./write.ts"

export function duplicateStep(
  draft: Draft,
  { stepId }: Extract<Gesture, { kind: "duplicateStep" }>,
): Done {
  const opened = openBody(draft, requireStep(draft, stepId).card).draft
  const { card, placed } = requireStep(opened, stepId)
  const region = stepRegion(opened, stepId)
  const text = opened.source.slice(region.start, region.end)
  const { snippet } = settleSnippet(opened, card.flowId, text)
  const slot = slotAt(opened, card.block, placed.at + (placed.step.select === null ? 1 : 2))
  const lines = { text: snippetLines(snippet, slot.indent), carries: [] }
  const done = revise(opened, [insertLines(opened, slot, lines)])
  return { draft: done, focusStepId: firstNewId(opened, done) }
}
