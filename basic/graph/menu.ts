/**
 * A step with choices and the SELECT CASE on what was chosen: two statements, one step on the canvas.
 * A HEAR has the choices of its menu; a command that ends in one of several ways (an agent's task) has its ends.
 */
import { equalNodes } from "../ast/equal.ts"
import { isOff } from "../ast/is-off.ts"
import type {
  AssignStatement,
  CommandStatement,
  Expression,
  HearStatement,
  Place,
  Statement,
} from "../ast/nodes.ts"
import { nowhere } from "../source/span.ts"
import { commandOf, findDefinition } from "./step-looks.ts"

export type ChoosingStatement = HearStatement | AssignStatement | CommandStatement

/** Lists what a step lets choose or can come to, in order; empty for steps without choices. */
export function listChoices(statement: Statement): readonly Expression[] {
  if (statement.kind === "HearStatement") return statement.options
  const ends = listEnds(statement)
  if (ends.length === 0) return []
  const known = findEnds(statement)?.known ?? []
  const missing = known.filter((word) => !ends.some((end) => isSameWord(end, word)))
  return [...ends, ...missing].map(textOf)
}

/** Tells whether a choice is one that the command always knows, whatever its author wrote. */
export const isKnownEnd = (statement: Statement, choice: Expression): boolean =>
  choice.kind === "TextLiteral" &&
  (findEnds(statement)?.known ?? []).includes(choice.value) &&
  !listEnds(statement).some((end) => isSameWord(end, choice.value))

/** The ends the author wrote, where they are a plain text. */
export function listEnds(statement: Statement): string[] {
  const ends = findEnds(statement)
  const operand = ends && commandOf(statement)?.operands[ends.param]
  return operand && operand.kind === "TextLiteral" ? splitEnds(operand.value) : []
}

/** Takes "booked; gave up" apart; the same word counts once. */
export function splitEnds(text: string): string[] {
  const words = text.split(";").map((word) => word.trim())
  return words.filter(
    (word, at) => word !== "" && words.findIndex((other) => isSameWord(other, word)) === at,
  )
}

function findEnds(statement: Statement) {
  const command = commandOf(statement)
  return command === null ? undefined : findDefinition(command.keyword)?.canvas?.ends
}

const isSameWord = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()
const textOf = (value: string): Expression => ({
  ...{ kind: "TextLiteral", span: nowhere, value, isMultiline: false },
})

/** Where a step keeps what was chosen; null when it does not. */
export const placeOfChoice = (statement: Statement): Place | null =>
  statement.kind === "HearStatement" || statement.kind === "AssignStatement"
    ? statement.target
    : null

/** Tells whether `next`, directly after `statement`, chooses by the answer of this menu. */
export function isMenuPair(statement: Statement, next: Statement | undefined): boolean {
  if (next?.kind !== "SelectStatement") return false
  const place = placeOfChoice(statement)
  return (
    place !== null &&
    listChoices(statement).length > 0 &&
    isSamePlace(place, next.subject) &&
    isOff(statement) === isOff(next)
  )
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
