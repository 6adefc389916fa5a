/** How a gesture ends: with a changed draft, or with the sentence that says why not. */
import type { Card, PlacedStep } from "../cards.ts"
import { type Draft, findCard, findStep, type Located, locate } from "./draft.ts"
import { refuse } from "./refuse.ts"

export interface Done {
  readonly draft: Draft
  readonly focusStepId?: string | null
  readonly focusGroupId?: string | null
  /** What was there already and comes back, with its errors. */
  readonly mayFail?: boolean
}

export const requireCard = (draft: Draft, id: string): Card =>
  findCard(draft, id) ?? refuse("basic.canvas_group_gone", {})

export const requireStep = (draft: Draft, id: string): { card: Card; placed: PlacedStep } =>
  findStep(draft, id) ?? refuse("basic.canvas_step_gone", {})

export const requireLocated = (draft: Draft, id: string): Located =>
  locate(draft, id) ?? refuse("basic.canvas_step_gone", {})
