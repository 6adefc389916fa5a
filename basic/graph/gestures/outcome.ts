/** How a gesture ends: with a changed draft, or with the sentence that says why not. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts"
import { type DiagnosticCode, type FactsOf, report } from "../../diagnostics/report.ts"
import { nowhere, type Span } from "../../source/span.ts"
import type { Card, PlacedStep } from "../cards.ts"
import { type Draft, findCard, findStep, type Located, locate } from "./draft.ts"

export interface Done {
  readonly draft: Draft
  readonly focusStepId?: string | null
  readonly focusGroupId?: string | null
}

/** Thrown inside gestures and caught by `applyGesture`: what a person asked for cannot be. */
export class Refusal extends Error {
  override readonly name = "Refusal"
  readonly diagnostic: Diagnostic
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message)
    this.diagnostic = diagnostic
  }
}

export function refuse<C extends DiagnosticCode>(
  code: C,
  facts: FactsOf<C>,
  span: Span = nowhere,
): never {
  throw new Refusal(report(code, span, facts))
}

export const requireCard = (draft: Draft, id: string): Card =>
  findCard(draft, id) ?? refuse("basic.canvas_group_gone", {})

export const requireStep = (draft: Draft, id: string): { card: Card; placed: PlacedStep } =>
  findStep(draft, id) ?? refuse("basic.canvas_step_gone", {})

export const requireLocated = (draft: Draft, id: string): Located =>
  locate(draft, id) ?? refuse("basic.canvas_step_gone", {})
