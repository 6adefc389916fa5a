import type { Program } from "../ast/nodes.ts"
import { withoutOff } from "../ast/without-off.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { ProgramFacts, type Rule } from "./program-facts.ts"
import { checkCalls } from "./rules/calls.ts"
import { checkChoices } from "./rules/choices.ts"
import { checkConditions } from "./rules/conditions.ts"
import { checkDates } from "./rules/dates.ts"
import { checkDeclaredUnder } from "./rules/declared-under.ts"
import { checkEvents } from "./rules/events.ts"
import { checkExits } from "./rules/exits.ts"
import { checkFilters } from "./rules/filters.ts"
import { checkFirstElement } from "./rules/first-element.ts"
import { checkLabels } from "./rules/labels.ts"
import { checkNames } from "./rules/names.ts"
import { checkOperands } from "./rules/operands.ts"
import { checkOptions } from "./rules/options.ts"
import { checkProcedures } from "./rules/procedures.ts"
import { checkRows } from "./rules/rows.ts"
import { checkTables } from "./rules/tables.ts"
import { checkTools } from "./rules/tools.ts"
import { checkReachable } from "./rules/unreachable.ts"
import { checkWorkflow } from "./rules/workflow.ts"
import { applyStrictness } from "./strict.ts"

const rules: readonly Rule[] = [
  checkCalls,
  checkOperands,
  checkNames,
  checkLabels,
  checkReachable,
  checkEvents,
  checkExits,
  checkProcedures,
  checkConditions,
  checkDates,
  checkChoices,
  checkFirstElement,
  checkOptions,
  checkTools,
  checkDeclaredUnder,
  checkTables,
  checkRows,
  checkFilters,
  checkWorkflow,
]

/**
 * Finds what is wrong in a program that parses, or may be.
 *
 * Shape:  `source` is the text the program was parsed from. Diagnostics are by rule, not by place.
 *         What is switched off is not looked at.
 * Throws: never. Lines that do not parse are passed over; the parser has reported them.
 */
export function analyze(written: Program, source: string): Diagnostic[] {
  const { program } = withoutOff(written)
  const facts = new ProgramFacts(program, source)
  for (const rule of rules) rule(facts)
  return applyStrictness(program, facts.diagnostics)
}
