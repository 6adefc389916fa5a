/** Puts new steps on a card, from the palette or the clipboard. */
import type { Gesture } from "../model.ts"
import { type Draft, revise } from "./draft.ts"
import { writeEnd } from "./exits.ts"
import { openBody } from "./open-body.ts"
import { type Done, requireCard } from "./outcome.ts"
import { slotOnCard } from "./regions.ts"
import { settleSnippet, snippetLines } from "./snippet.ts"
import { insertLines } from "./write.ts"

export function addStep(
  draft: Draft,
  { groupId, index, statement }: Extract<Gesture, { kind: "addStep" }>,
): Done {
  const ready = openBody(draft, requireCard(draft, groupId))
  const { draft: opened, snippet } = settleSnippet(ready.draft, ready.card.flowId, statement)
  const card = requireCard(opened, groupId)
  const [first, ...more] = snippet.program.body.statements
  const isEnd = first?.kind === "StopStatement" && more.length === 0
  // The mark that ends a card is no step: dropped at the end it takes the place of the edge.
  if (isEnd && index >= card.steps.length && card.exit.kind !== "continues") {
    return { draft: writeEnd(opened, card, first.word), focusGroupId: groupId }
  }
  const slot = slotOnCard(opened, card, index)
  const text = snippetLines(snippet, slot.indent)
  const edit = insertLines(opened, slot, { text, carries: [] })
  const done = revise(opened, [edit])
  return { draft: done, focusStepId: firstNewId(opened, done) }
}

/** The first step in text order that was not there before. */
export function firstNewId(before: Draft, after: Draft): string | null {
  const known = new Set(before.layout.stepIds)
  return after.layout.stepIds.find((id) => !known.has(id)) ?? null
}
