/** Arguments as a person reads them on a card: texts without quotes, the rest as the author wrote it. */
import type { Expression, ObjectEntry, Operand } from "../ast/nodes.ts"
import { printExpression } from "../printer/expression.ts"

/** Gives the words of an expression; values in a text stand as `${name}`. */
export function showExpression(expression: Expression, source: string): string {
  if (expression.kind === "TextLiteral") return expression.value
  if (expression.kind === "TemplateLiteral") return showParts(expression.parts, source)
  return asWritten(expression, source)
}

/** Text parts as plain words, values as `${...}`. */
export const showParts = (parts: readonly (string | Expression)[], source: string): string =>
  parts.map((part) => (typeof part === "string" ? part : `\${${asWritten(part, source)}}`)).join("")

/** The source text of an expression; printed when it was made rather than read. */
export function asWritten(expression: Expression, source: string): string {
  const { start, end } = expression.span
  return end > start && end <= source.length
    ? source.slice(start, end)
    : printExpression(expression)
}

export function showOperand(operand: Operand, source: string): string {
  switch (operand.kind) {
    case "ExpressionList":
      return operand.items.map((item) => showExpression(item, source)).join(", ")
    case "FieldList":
      return operand.fields.map((field) => showField(field, source)).join(", ")
    case "Word":
      return operand.text
    default:
      return showExpression(operand, source)
  }
}

const showField = ({ key, value }: ObjectEntry, source: string): string =>
  `${key}: ${showExpression(value, source)}`

export const wordsOf = (words: readonly string[]): string => words.join(", ")
