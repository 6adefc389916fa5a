/** The settings of a step as a form: which fields there are, what stands in them, how each is edited. */
import { type Draft, draftOf, findStep } from "../gestures/draft.ts"
import type { StatementStep } from "../graph.ts"
import type { FlowDocument, StepForm } from "../model.ts"
import { commandOf, findDefinition, lookOf } from "../step-looks.ts"
import { commandFields } from "./command-fields.ts"
import { controlFields } from "./control-fields.ts"
import { declaredFields } from "./declared-fields.ts"
import type { Field } from "./field.ts"
import { hearFields } from "./hear-fields.ts"
import { statementFields } from "./statement-fields.ts"

/** Gives the form of a step; null when the step is no longer there. */
export function stepForm(document: FlowDocument, stepId: string): StepForm | null {
  const draft = draftOf(document)
  const found = findStep(draft, stepId)
  if (found === null) return null
  const { step } = found.placed
  const { keyword } = lookOf(step, draft.source)
  const fields = fieldsOf(step, draft).map(({ write: _, ...shown }) => shown)
  return { stepId: step.id, keyword, summary: findDefinition(keyword)?.summary ?? "", fields }
}

/** Lists the fields of a step with what each writes. */
export function fieldsOf({ id, statement }: StatementStep, draft: Draft): Field[] {
  const { source } = draft
  const isCommand = commandOf(statement) !== null
  if (statement.kind === "CommandStatement") return commandFields(id, statement, source)
  if (
    statement.kind === "AssignStatement" &&
    isCommand &&
    statement.value.kind === "CommandExpression"
  ) {
    return commandFields(id, { ...statement, value: statement.value }, source)
  }
  if (statement.kind === "HearStatement") return hearFields(id, statement, source)
  return (
    controlFields(id, statement, source) ??
    declaredFields(id, statement, source) ??
    statementFields(id, statement, draft)
  )
}
