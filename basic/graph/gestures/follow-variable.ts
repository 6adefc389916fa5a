/** The SELECT CASE of a step with choices asks for the variable the step keeps, so it follows. */
import { wholeSpan } from "../show.ts"
import { type Draft, locate } from "./draft.ts"
import { requireStep } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { replaceText } from "./rewrite.ts"

/** Writes another variable with `rename`, and into the SELECT CASE of the same card. */
export function followVariable(
  draft: Draft,
  stepId: string,
  text: string,
  rename: (draft: Draft) => Draft,
): Draft {
  const { select } = requireStep(draft, stepId).placed.step
  const renamed = rename(draft)
  if (select === null) return renamed
  const statement = locate(renamed, select.id)?.statement
  if (statement?.kind !== "SelectStatement") return renamed
  return replaceText(renamed, select.id, wholeSpan(statement.subject, renamed.source), text)
}

/** Refuses to take the variable away that the choices of the card use. */
export function requireUnused(draft: Draft, stepId: string): void {
  if (requireStep(draft, stepId).placed.step.select === null) return
  refuse("basic.canvas_field_value", {
    field: "variable",
    expected: "a name, because the choices use it",
  })
}
