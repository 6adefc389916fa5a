import type { Expression } from "../ast/nodes.ts"

/** The number an expression always is, or null when that is not plain to see. */
export function constantNumber(expression: Expression): number | null {
  if (expression.kind === "NumberLiteral") return expression.value
  if (expression.kind !== "UnaryExpression" || expression.operator === "NOT") return null
  const operand = constantNumber(expression.operand)
  if (operand === null) return null
  return expression.operator === "-" ? -operand : operand
}

/** Says whether a text reads as a number. */
export const isNumericText = (text: string): boolean =>
  /^\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?\s*$/.test(text)

/** What a literal is, in the words of messages; null for everything that is computed. */
export function describeLiteral(expression: Expression): string | null {
  switch (expression.kind) {
    case "TextLiteral":
      return `the text "${expression.value}"`
    case "TemplateLiteral":
      return "a text"
    case "BooleanLiteral":
      return expression.value ? "TRUE" : "FALSE"
    case "ArrayLiteral":
      return "a list"
    case "ObjectLiteral":
      return "an object"
    default: {
      const number = constantNumber(expression)
      return number === null ? null : `the number ${number}`
    }
  }
}

/** A literal as a key that is the same for equal values: 1 and "1" are equal in this language. */
export function constantKey(expression: Expression): string | null {
  if (expression.kind === "TextLiteral")
    return isNumericText(expression.value) ? `n${Number(expression.value)}` : `t${expression.value}`
  if (expression.kind === "BooleanLiteral") return `b${expression.value}`
  if (expression.kind === "NullLiteral") return "t"
  const number = constantNumber(expression)
  return number === null ? null : `n${number}`
}
