/** Writes a setting of a step. */
import { fieldsOf } from "../forms/step-form.ts"
import type { Gesture } from "../model.ts"
import type { Draft } from "./draft.ts"
import { openBody } from "./open-body.ts"
import { type Done, requireStep } from "./outcome.ts"
import { refuse } from "./refuse.ts"

export function setField(
  draft: Draft,
  { stepId, field, value }: Extract<Gesture, { kind: "setField" }>,
): Done {
  const opened = openBody(draft, requireStep(draft, stepId).card).draft
  const { step } = requireStep(opened, stepId).placed
  const found = fieldsOf(step, opened).find(({ name }) => name === field)
  if (found === undefined) return refuse("basic.canvas_field_gone", { field })
  return { draft: found.write(opened, value), focusStepId: stepId }
}
