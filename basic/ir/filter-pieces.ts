import type { Expression } from "../ast/nodes.ts"
import type { Compiler } from "./context.ts"

/** A filter as it is handed over: written text, a value, written text, ..., written text. */
export type FilterPieces = readonly (string | Expression)[]

/** Leaves the list of a filter's pieces, which `basic/filters` reads: its values are never read as syntax. */
export function compilePieces(c: Compiler, pieces: FilterPieces) {
  let count = 0
  let text: string | null = ""
  for (const piece of pieces) {
    if (typeof piece === "string") text = (text ?? "") + piece
    else {
      c.out.pushText(text ?? "")
      c.expression(piece)
      text = null
      count += 2
    }
  }
  c.out.pushText(text ?? "")
  c.out.emit("NEW_LIST", count + 1)
}

/**
 * Takes a filter that is put together with `+` or `${}` apart. Null when no part of it is written out, so
 * that it is a value and not a filter.
 */
export function splitFilterText(expression: Expression): FilterPieces | null {
  const pieces: (string | Expression)[] = []
  const add = (part: Expression): boolean => {
    if (part.kind === "TextLiteral") return pieces.push(part.value) > 0
    if (part.kind === "TemplateLiteral") {
      pieces.push(...part.parts)
      return part.parts.some((inner) => typeof inner === "string")
    }
    const isJoined =
      part.kind === "BinaryExpression" && (part.operator === "+" || part.operator === "&")
    if (isJoined && hasText(part)) {
      add(part.left)
      return add(part.right) || true
    }
    pieces.push(part)
    return false
  }
  return add(expression) ? pieces : null
}

/** Says whether a text is written in a sum, so that the sum joins texts. */
export const hasText = (expression: Expression): boolean =>
  expression.kind === "TextLiteral" ||
  expression.kind === "TemplateLiteral" ||
  (expression.kind === "BinaryExpression" &&
    (expression.operator === "+" || expression.operator === "&") &&
    (hasText(expression.left) || hasText(expression.right)))
