/** Takes the edge of a group's end or of an outlet away. */
import type { Gesture } from "../model.ts"
import { emptyBranch } from "./branches.ts"
import { cardOfPort, isGotoOutlet } from "./connect.ts"
import type { Draft } from "./draft.ts"
import { disconnectEnd } from "./exits.ts"
import { freeChoice, isMenu } from "./menus.ts"
import { openBody } from "./open-body.ts"
import { type Done, requireStep } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { freeTarget } from "./targets.ts"

export function disconnect(draft: Draft, { from }: Extract<Gesture, { kind: "disconnect" }>): Done {
  if (from.stepId === null || from.outlet === null || from.outlet === "after") {
    const { draft: opened, card } = openBody(draft, cardOfPort(draft, from))
    return { draft: disconnectEnd(opened, card), focusGroupId: from.groupId }
  }
  return { draft: freeOutlet(draft, from.stepId, from.outlet), focusStepId: from.stepId }
}

export function freeOutlet(draft: Draft, stepId: string, outlet: string): Draft {
  const opened = openBody(draft, requireStep(draft, stepId).card).draft
  const { step } = requireStep(opened, stepId).placed
  if (isGotoOutlet(outlet)) return freeTarget(opened, stepId)
  if (isMenu(step)) return freeChoice(opened, stepId, outlet)
  const { kind } = step.statement
  if (kind === "IfStatement" || kind === "SelectStatement")
    return emptyBranch(opened, stepId, outlet)
  if (outlet === "body") return refuse("basic.canvas_outlet_taken", {})
  return refuse("basic.canvas_outlet_gone", { outlet })
}
