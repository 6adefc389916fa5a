import type { StepStatement } from "../../ast/nodes.ts"
import { headSpan, type ProgramFacts } from "../program-facts.ts"

/** Steps of a workflow have numbers of their own, and words behind ON TIMEOUT are for people. */
export function checkWorkflow(facts: ProgramFacts) {
  const lines = new Map<string, number>()
  for (const { statement } of facts.places) {
    if (statement.kind === "ParallelStatement") checkNumber(facts, lines, statement.step, statement)
    if (statement.kind !== "StepStatement") continue
    if (statement.word === "STEP") checkNumber(facts, lines, statement.step, statement)
    const { onTimeout } = statement
    if (onTimeout !== null)
      facts.report("basic.free_words", headSpan(statement), { found: onTimeout })
  }
}

function checkNumber(
  facts: ProgramFacts,
  lines: Map<string, number>,
  step: string,
  statement: Parameters<typeof headSpan>[0] | StepStatement,
) {
  const line = lines.get(step)
  if (line !== undefined) facts.report("basic.repeated_step", headSpan(statement), { step, line })
  else lines.set(step, facts.lineOf(statement.span))
}
