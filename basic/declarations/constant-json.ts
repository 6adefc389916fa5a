import type { Expression } from "../ast/nodes.ts"
import { printExpression } from "../printer/expression.ts"
import type { Json } from "../vm/value.ts"

/** The value that an expression always has, as JSON; null for what is computed, and for nothing. */
export function constantJson(expression: Expression | null): Json {
  switch (expression?.kind) {
    case "NumberLiteral":
      return Number.isFinite(expression.value) ? expression.value : null
    case "TextLiteral":
      return expression.value
    case "BooleanLiteral":
      return expression.value
    case "UnaryExpression": {
      const value = constantJson(expression.operand)
      return expression.operator === "-" && typeof value === "number" ? -value : null
    }
    case "ArrayLiteral":
      return expression.items.map(constantJson)
    case "ObjectLiteral":
      return Object.fromEntries(
        expression.entries.map(({ key, value }) => [key, constantJson(value)]),
      )
    default:
      return null
  }
}

/** The words of a text; of a template with its values as they are written; null for nothing else than a text. */
export function constantText(expression: Expression | null): string | null {
  if (expression?.kind === "TextLiteral") return expression.value
  if (expression?.kind === "TemplateLiteral")
    return expression.parts
      .map((part) => (typeof part === "string" ? part : `\${${printExpression(part)}}`))
      .join("")
  if (expression?.kind === "BinaryExpression" && expression.operator === "+") {
    const [left, right] = [constantText(expression.left), constantText(expression.right)]
    return left === null || right === null ? null : left + right
  }
  return expression?.kind === "NumberLiteral" ? String(expression.value) : null
}

/** A name that a command is given: a text, or a bare word. */
export function nameIn(expression: Expression | null | undefined): string | null {
  if (expression?.kind === "NameExpression") return expression.name
  return constantText(expression ?? null)
}
