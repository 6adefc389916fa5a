import type { Diagnostic } from "../../diagnostics/diagnostic.ts"
import { type DiagnosticCode, type FactsOf, report } from "../../diagnostics/report.ts"
import { nowhere, type Span } from "../../source/span.ts"

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
