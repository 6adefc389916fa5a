/** The settings of a step as a form: which fields there are, what stands in them, how each is edited. */
import { withoutBodies } from "../bodies.ts"
import { type Draft, draftOf } from "../gestures/draft.ts"
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
  const isShown = document.flows.some(({ groups }) =>
    groups.some(({ steps }) => steps.some(({ id }) => id === stepId)),
  )
  const draft = draftOf(document)
  const statement = draft.steps[draft.layout.stepIds.indexOf(stepId)]?.statement
  if (!isShown || statement === undefined) return null
  const own = withoutBodies(statement)
  const step: StatementStep = { id: stepId, statement: own, select: null, outlets: [] }
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
