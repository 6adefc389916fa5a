/** Leads the end of a group, or an outlet of a step, to a group. */
import type { Card } from "../cards.ts"
import type { Gesture, Port } from "../model.ts"
import { leadBranch } from "./branches.ts"
import { cardsOf, type Draft, findCard, locate } from "./draft.ts"
import { connectEnd } from "./exits.ts"
import { reach } from "./hoist.ts"
import { ensureLabel, renameCard } from "./labels.ts"
import { isMenu, leadChoice } from "./menus.ts"
import { openBody } from "./open-body.ts"
import { type Done, requireCard, requireStep } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { leadTarget } from "./targets.ts"

export function connect(
  draft: Draft,
  { from, toGroupId }: Extract<Gesture, { kind: "connect" }>,
): Done {
  requireCard(draft, toGroupId)
  const card = cardOfPort(draft, from)
  if (from.stepId === null || from.outlet === null || from.outlet === "after") {
    const opened = openBody(draft, card)
    const led = connectEnd(opened.draft, opened.card, toGroupId)
    return followMerged(led.draft, led.targetId)
  }
  const reached = reach(draft, card, toGroupId)
  const ready = openBody(reached.draft, requireCard(reached.draft, reached.targetId))
  const marked = ensureLabel(ready.draft, ready.card)
  return {
    draft: leadOutlet(marked.draft, from.stepId, from.outlet, marked.label),
    focusGroupId: marked.cardId,
  }
}

export const cardOfPort = (draft: Draft, { groupId, stepId }: Port): Card =>
  stepId === null ? requireCard(draft, groupId) : requireStep(draft, stepId).card

/** An empty start that leads nowhere else is one with the group it leads to: that group becomes the entry. */
function followMerged(draft: Draft, targetId: string): Done {
  if (findCard(draft, targetId) !== null) return { draft, focusGroupId: targetId }
  const label = locate(draft, targetId)?.statement
  const merged = cardsOf(draft).find((card) => card.label?.span.start === label?.span.start)
  if (merged === undefined) return { draft }
  return { draft: renameCard(draft, targetId, merged.id), focusGroupId: merged.id }
}

/** Writes the GOTO of an outlet. */
function leadOutlet(draft: Draft, stepId: string, outlet: string, label: string): Draft {
  const opened = openBody(draft, requireStep(draft, stepId).card).draft
  const { step } = requireStep(opened, stepId).placed
  if (isGotoOutlet(outlet)) return leadTarget(opened, stepId, outlet, label)
  if (isMenu(step)) return leadChoice(opened, stepId, outlet, label)
  const { kind } = step.statement
  if (kind === "IfStatement" || kind === "SelectStatement") {
    return leadBranch(opened, stepId, outlet, label)
  }
  if (outlet === "body") return refuse("basic.canvas_outlet_taken", {})
  return refuse("basic.canvas_outlet_gone", { outlet })
}

const gotoOutlets: ReadonlySet<string> = new Set([
  "failed",
  "timeout",
  "message",
  "silence",
  "gosub",
])
export const isGotoOutlet = (outlet: string): boolean => gotoOutlets.has(outlet)
