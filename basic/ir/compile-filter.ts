import { isAmbient } from "../analyzer/ambient-names.ts"
import type { Expression, Operand } from "../ast/nodes.ts"
import type { Param } from "../keywords/define.ts"
import type { Compiler } from "./context.ts"
import { compilePieces, hasText, splitFilterText } from "./filter-pieces.ts"
import { normalizeName } from "./names.ts"
import { printWhere } from "./print-where.ts"

/** Leaves the value of an operand that says which rows, which table or which column; false for any other. */
export function compileTableOperand(
  c: Compiler,
  param: Param | undefined,
  operand: Operand,
): boolean {
  const { kind } = operand
  if (kind === "ExpressionList" || kind === "FieldList" || kind === "Word") return false
  if (param?.kind === "filter") compileFilter(c, operand)
  else if (param?.kind === "condition") compileWhere(c, operand)
  else if (param?.kind === "table" || param?.kind === "column" || param?.kind === "order")
    compileTableName(c, operand)
  else return false
  return true
}

/** A bare word that is no variable is the name of a table or column. */
function compileTableName(c: Compiler, expression: Expression) {
  if (expression.kind === "NameExpression" && !isVariable(c, expression.name))
    return c.out.pushText(expression.name)
  c.expression(expression)
}

/** Whether the program sets a variable of this name, or the host may. */
export const isVariable = (c: Compiler, name: string): boolean =>
  c.assignedNames.has(normalizeName(name)) || c.flow.params.has(normalizeName(name))

/** A filter as text: what is written in it is syntax, what is joined to it is not. */
export function compileFilter(c: Compiler, expression: Expression) {
  const pieces = splitFilterText(expression)
  if (pieces !== null) return compilePieces(c, pieces)
  if (expression.kind === "ObjectLiteral" || holdsFilter(c, expression))
    return c.expression(expression)
  compilePieces(c, [expression])
}

/**
 * A variable that the program sets to a text with a comparison holds a filter. Any other holds a value:
 * the id of a row, however much it looks like a condition.
 */
function holdsFilter(c: Compiler, expression: Expression): boolean {
  return expression.kind === "NameExpression" && c.filterNames.has(normalizeName(expression.name))
}

/** A WHERE clause; one that is written as a text is a filter. */
function compileWhere(c: Compiler, expression: Expression) {
  if (hasText(expression) || holdsFilter(c, expression)) return compileFilter(c, expression)
  compilePieces(
    c,
    printWhere(expression, (name) => isVariable(c, name) || isAmbient(name.toUpperCase())),
  )
}

const tests: ReadonlySet<string> = new Set(
  "= <> < <= > >= LIKE CONTAINS IN AND OR".split(" ").concat("NOT IN", "STARTS WITH", "ENDS WITH"),
)

/** The condition of FILTER: a text with its values bound, or a condition as behind WHERE. False for a plain value. */
export function compileItemFilter(c: Compiler, expression: Expression): boolean {
  const isTest =
    (expression.kind === "BinaryExpression" && tests.has(expression.operator)) ||
    expression.kind === "IsNullExpression" ||
    expression.kind === "BetweenExpression" ||
    (expression.kind === "UnaryExpression" && expression.operator === "NOT")
  if (isTest) compileWhere(c, expression)
  else if (expression.kind !== "TextLiteral" && hasText(expression)) compileFilter(c, expression)
  else return false
  return true
}
