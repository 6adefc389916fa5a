import type { BinaryExpression, Expression } from "../../ast/nodes.ts"
import { findFunction } from "../../keywords/index.ts"
import { constantNumber, isNumericText } from "../constants.ts"
import type { ProgramFacts } from "../program-facts.ts"

const comparisons = new Set(["=", "<>", "<", "<=", ">", ">="])

/** Numbers are compared with numbers, and conditions can be either way. */
export function checkConditions(facts: ProgramFacts) {
  for (const { expression } of facts.expressions)
    if (expression.kind === "BinaryExpression" && comparisons.has(expression.operator))
      checkComparison(facts, expression)
  for (const { statement } of facts.places)
    if (statement.kind === "IfStatement")
      for (const { condition } of statement.branches) checkConstant(facts, condition)
}

function checkComparison(facts: ProgramFacts, { left, right }: BinaryExpression) {
  const text =
    isWord(right) && isNumber(left) ? right : isWord(left) && isNumber(right) ? left : null
  if (text?.kind === "TextLiteral")
    facts.report("basic.text_compared_with_number", text.span, { found: `"${text.value}"` })
}

/** A literal text that is no number. The empty one is how scripts ask for a missing value. */
const isWord = (expression: Expression): boolean =>
  expression.kind === "TextLiteral" && expression.value !== "" && !isNumericText(expression.value)

const isNumber = (expression: Expression): boolean =>
  constantNumber(expression) !== null ||
  (expression.kind === "CallExpression" && findFunction(expression.name)?.result === "number")

function checkConstant(facts: ProgramFacts, condition: Expression) {
  const found = constantTruth(condition)
  if (found !== null) facts.report("basic.bare_literal_condition", condition.span, { found })
}

function constantTruth(condition: Expression): string | null {
  if (condition.kind === "BooleanLiteral") return condition.value ? "true" : "false"
  if (condition.kind === "NullLiteral") return "false"
  if (condition.kind === "TextLiteral") return condition.value === "" ? "false" : "true"
  const number = constantNumber(condition)
  if (number === null) return null
  return number === 0 ? "false" : "true"
}
