import type { Expression, Operand, Operands } from "../../ast/nodes.ts"
import type { Keyword, Param } from "../../keywords/define.ts"
import { findCommand, findFunction } from "../../keywords/index.ts"
import type { Span } from "../../source/span.ts"
import { constantNumber, describeLiteral, isNumericText } from "../constants.ts"
import type { ProgramFacts } from "../program-facts.ts"

/** Literal operands are of the type, and within the bounds, that the definition names. */
export function checkOperands(facts: ProgramFacts) {
  for (const { statement } of facts.places)
    if (statement.kind === "CommandStatement")
      checkCommand(facts, statement.keyword, statement.operands)
  for (const { expression } of facts.expressions) {
    if (expression.kind === "CommandExpression")
      checkCommand(facts, expression.keyword, expression.operands)
    if (expression.kind === "CallExpression" && !facts.isProcedure(expression.name)) {
      const keyword = findFunction(expression.name)
      const params = Object.entries(keyword?.params ?? {})
      expression.args.forEach((arg, index) => {
        const [name, param] = params[index] ?? []
        if (keyword !== null && name !== undefined && param !== undefined)
          checkValue(facts, keyword, name, param, arg)
      })
    }
  }
}

function checkCommand(facts: ProgramFacts, name: string, operands: Operands) {
  const keyword = findCommand(name)
  if (keyword === null) return
  for (const [operandName, operand] of Object.entries(operands)) {
    const param = keyword.params[operandName]
    if (param !== undefined && isExpression(operand))
      checkValue(facts, keyword, operandName, param, operand)
  }
}

const isExpression = (operand: Operand): operand is Expression =>
  operand.kind !== "ExpressionList" && operand.kind !== "FieldList" && operand.kind !== "Word"

function checkValue(
  facts: ProgramFacts,
  keyword: Keyword,
  operand: string,
  param: Param,
  value: Expression,
) {
  const expected = expectedWords(param, value)
  const found = describeLiteral(value)
  if (expected !== null && found !== null)
    return facts.report("basic.constant_type", value.span, {
      name: keyword.name,
      operand,
      expected,
      found,
    })
  const number = constantNumber(value)
  if (number !== null && param.kind === "number")
    checkBounds(facts, keyword, operand, param, number, value.span)
}

/** What the parameter needs, when the literal cannot be that; null when it can. */
function expectedWords({ kind, words, isClosed }: Param, value: Expression): string | null {
  if (isClosed && words && value.kind === "TextLiteral")
    return words.includes(value.value.trim().toUpperCase()) ? null : `one of ${words.join(", ")}`
  switch (kind) {
    case "number": {
      const isNumber =
        value.kind === "TextLiteral" && (isNumericText(value.value) || value.value === "")
      const isWrong = ["TextLiteral", "ArrayLiteral", "ObjectLiteral"].includes(value.kind)
      return isWrong && !isNumber ? "a number" : null
    }
    case "list":
      return value.kind === "BooleanLiteral" || constantNumber(value) !== null ? "a list" : null
    case "map":
      return value.kind === "BooleanLiteral" ||
        value.kind === "ArrayLiteral" ||
        constantNumber(value) !== null
        ? "an object"
        : null
    default:
      return null
  }
}

function checkBounds(
  facts: ProgramFacts,
  keyword: Keyword,
  operand: string,
  { min, max, warnAbove }: Param,
  found: number,
  span: Span,
) {
  const isOutside = (min !== undefined && found < min) || (max !== undefined && found > max)
  if (isOutside) {
    const name = `${operand} of ${keyword.name}`
    facts.report("basic.out_of_range", span, { name, found, least: min ?? null, most: max ?? null })
  } else if (warnAbove !== undefined && found > warnAbove)
    facts.report("basic.long_wait", span, { found, limit: warnAbove })
}
