/** A HEAR with choices and the SELECT CASE on its answer: two statements, one step on the canvas. */
import { equalNodes } from "../ast/equal.ts"
import { isOff } from "../ast/is-off.ts"
import type { Expression, HearStatement, Place, SelectStatement, Statement } from "../ast/nodes.ts"

/** Tells whether `next`, directly after `statement`, chooses by the answer of this menu. */
export function isMenuPair(statement: Statement, next: Statement | undefined): boolean {
  return (
    statement.kind === "HearStatement" &&
    statement.options.length > 0 &&
    statement.target !== null &&
    next?.kind === "SelectStatement" &&
    isSamePlace(statement.target, next.subject) &&
    isOff(statement) === isOff(next)
  )
}

/** Narrows a pair that `isMenuPair` accepted. */
export function asMenuPair(
  statement: Statement,
  next: Statement | undefined,
): { hear: HearStatement; select: SelectStatement } | null {
  if (!isMenuPair(statement, next)) return null
  return { hear: statement as HearStatement, select: next as SelectStatement }
}

/** Tells whether an expression reads the very place. Names compare without case and without a final `$`. */
export function isSamePlace(place: Place, expression: Expression): boolean {
  if (place.kind === "NameExpression") {
    return (
      expression.kind === "NameExpression" && plainName(place.name) === plainName(expression.name)
    )
  }
  if (place.kind === "MemberExpression") {
    return (
      expression.kind === "MemberExpression" &&
      place.name === expression.name &&
      isPlace(place.object) &&
      isSamePlace(place.object, expression.object)
    )
  }
  return (
    expression.kind === "IndexExpression" &&
    equalNodes(place.index, expression.index) &&
    isPlace(place.object) &&
    isSamePlace(place.object, expression.object)
  )
}

const isPlace = (expression: Expression): expression is Place =>
  expression.kind === "NameExpression" ||
  expression.kind === "MemberExpression" ||
  expression.kind === "IndexExpression"

const plainName = (name: string): string => name.toLowerCase().replace(/\$$/, "")
