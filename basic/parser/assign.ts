import type { AssignStatement, Expression, Place } from "../ast/nodes.ts"
import type { BareStatement } from "./bare.ts"
import { readExpression } from "./expressions.ts"
import { isHearValue, readHearValue } from "./hear.ts"
import { arrayName } from "./normal-name.ts"
import { isTouchingOpener } from "./operand-start.ts"
import { failMissingOperand } from "./operands.ts"
import { readFailGoto, readPlace } from "./place.ts"
import type { LineReader } from "./reader.ts"

const assignOperators = new Set(["=", "+=", "-=", "*=", "/="])

/** Says whether the line is `place = value`, with or without LET, SET or CONST before it. */
export function isAssignment(reader: LineReader): boolean {
  const isNoise = reader.isWord("LET") || reader.isWord("SET") || reader.isWord("CONST")
  if (isPlaceAndOperator(reader, 0)) return true
  return isNoise && reader.peek(1).kind === "word" && isPlaceAndOperator(reader, 1)
}

/** Looks over a place, brackets and all, for the operator behind it. */
function isPlaceAndOperator(reader: LineReader, from: number): boolean {
  if (reader.peek(from).kind !== "word") return false
  let at = from + 1
  while (true) {
    const token = reader.peek(at)
    if (token.kind !== "symbol") return false
    if (assignOperators.has(token.text)) return true
    if (token.text === "." || token.text === "?.") {
      if (reader.peek(at + 1).kind !== "word") return false
      at += 2
    } else if (token.text === "[" && token.match !== null && !token.hasSpaceBefore)
      at = token.match - reader.index + 1
    else if (at === from + 1 && isElement(reader, from) && token.match !== null)
      at = token.match - reader.index + 1
    else return false
  }
}

/** `a(0)`, where DIM made the array. */
function isElement(reader: LineReader, from: number): boolean {
  const name = reader.peek(from)
  const isSet = name.kind === "word" && reader.context.assigned.has(arrayName(name.text))
  return isSet && isTouchingOpener(reader.peek(from + 1))
}

function isOperator(reader: LineReader): boolean {
  const token = reader.peek()
  return token.kind === "symbol" && assignOperators.has(token.text)
}

/** `x = e`, `LET x = e`, `SET a.b = e`, `CONST x = e`, `x += e`, `x = GET url ELSE GOTO label`, `v = HEAR ...`. */
export function readAssignment(reader: LineReader): BareStatement {
  const isConst = !isPlaceAndOperator(reader, 0) && reader.isWord("CONST")
  if (!isPlaceAndOperator(reader, 0)) reader.take()
  const target = readPlace(reader, "a variable")
  if (!isOperator(reader)) reader.failExpecting("= and a value")
  const sign = reader.take()
  const operator = (sign.kind === "symbol" ? sign.text : "=") as AssignStatement["operator"]
  if (operator === "=" && !isConst && isHearValue(reader)) return readHearValue(reader, target)
  if (reader.isAtEnd()) failMissingOperand(reader, operator, "total = price * 2")
  const value = readExpression(reader)
  return makeAssignment(target, operator, value, isConst, readFailGoto(reader))
}

export const makeAssignment = (
  target: Place,
  operator: AssignStatement["operator"],
  value: Expression,
  isConst: boolean,
  failGoto: string | null,
): BareStatement => ({ kind: "AssignStatement", target, operator, value, isConst, failGoto })
