import { createLineMap, listSteps, parse, type StoredFlow } from "#basic"

/** The line a step begins in, from 1; null when the flow does not have it. */
export function findLine(flow: StoredFlow | null, stepId: string): number | null {
  if (flow === null) return null
  const step = listSteps(parse(flow.source).program)[flow.layout.stepIds.indexOf(stepId)]
  return step ? createLineMap(flow.source).positionAt(step.statement.span.start).line : null
}
