import type { CallExpression, Expression } from "../../ast/nodes.ts"
import { findDateUnit, unitNames } from "../../dates/units.ts"
import { findFunction } from "../../keywords/index.ts"
import { constantNumber } from "../constants.ts"
import type { ProgramFacts } from "../program-facts.ts"

/** One of three operands of DATEADD and DATEDIFF names a unit, as far as that is plain to see. */
export function checkDates(facts: ProgramFacts) {
  for (const { expression } of facts.expressions) {
    if (expression.kind !== "CallExpression" || expression.args.length !== 3) continue
    const name = facts.isProcedure(expression.name) ? null : findFunction(expression.name)?.name
    if ((name === "DATEADD" || name === "DATEDIFF") && expression.args.every(isNoUnit))
      facts.report("basic.unknown_date_unit", spanOfUnit(expression), { name, units: unitNames })
  }
}

/** A literal or a call of a function whose result is no text: it cannot be the unit. */
function isNoUnit(operand: Expression): boolean {
  if (operand.kind === "TextLiteral") return findDateUnit(operand.value) === null
  if (operand.kind === "CallExpression") return findFunction(operand.name)?.result === "date"
  return constantNumber(operand) !== null
}

/** The operand that was probably meant as the unit: the last text, else all of the call. */
const spanOfUnit = ({ args, span }: CallExpression) =>
  args.findLast((arg) => arg.kind === "TextLiteral")?.span ?? span
