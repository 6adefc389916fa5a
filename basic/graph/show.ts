/** Arguments as a person reads them on a card: texts without quotes, the rest as the author wrote it. */
import type { Expression, ObjectEntry, Operand } from "../ast/nodes.ts"
import { lexRange } from "../lexer/lex.ts"
import { printExpression } from "../printer/expression.ts"
import type { Span } from "../source/span.ts"

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
  if (end <= start || end > source.length) return printExpression(expression)
  const span = wholeSpan(expression, source)
  return source.slice(span.start, span.end)
}

/** The span of an expression with the parentheses it begins or ends with: `(a + b) * c` begins at the bracket. */
export function wholeSpan({ span }: Expression, source: string): Span {
  let { start, end } = span
  const { opened, closed } = countOpen(source, span)
  for (let count = closed; count > 0; count -= 1) start = source.lastIndexOf("(", start - 1)
  for (let count = opened; count > 0; count -= 1) end = source.indexOf(")", end) + 1
  return start < 0 || end <= 0 ? span : { start, end }
}

/** Parentheses of a range that are closed before it, and behind it. */
function countOpen(source: string, { start, end }: Span): { opened: number; closed: number } {
  if (!/[()]/.test(source.slice(start, end))) return { opened: 0, closed: 0 }
  let opened = 0
  let closed = 0
  for (const token of lexRange(source, start, end)) {
    if (token.kind !== "symbol") continue
    if (token.text === "(") opened += 1
    else if (token.text === ")" && opened > 0) opened -= 1
    else if (token.text === ")") closed += 1
  }
  return { opened, closed }
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
