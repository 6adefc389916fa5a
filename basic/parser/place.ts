import type { Expression, Place } from "../ast/nodes.ts"
import { labelOfNumber } from "../lexer/statement-mark.ts"
import { closeBracket, readArguments } from "./bracket.ts"
import { expressionReaders, readExpression } from "./expressions.ts"
import { arrayName } from "./normal-name.ts"
import { isTouchingOpener } from "./operand-start.ts"
import type { LineReader } from "./reader.ts"

/** Reads what a value can be put into: a name, or members and elements reached from one. */
export function readPlace(reader: LineReader, expected: string): Place {
  const start = reader.peek().start
  const name = reader.takeName(expected)
  let place: Place = { kind: "NameExpression", name, span: reader.spanFrom(start) }
  reader.height = 1
  while (true) {
    const token = reader.peek()
    if (token.kind !== "symbol") return place
    if (token.text === "." || token.text === "?.") {
      reader.take()
      const member = reader.takeName("the name of a member")
      const isOptional = token.text === "?."
      place = {
        kind: "MemberExpression",
        object: place,
        name: member,
        isOptional,
        span: reader.spanFrom(start),
      }
      reader.grow(place, reader.height)
    } else if (token.text === "[") {
      const height = reader.height
      reader.take()
      const index: Expression = reader.nest(token, () => {
        const value = readExpression(reader)
        closeBracket(reader, token, "]")
        return value
      })
      place = { kind: "IndexExpression", object: place, index, span: reader.spanFrom(start) }
      reader.grow(place, height, reader.height)
    } else if (isElement(reader, place)) {
      for (const index of readArguments(reader, expressionReaders)) {
        place = { kind: "IndexExpression", object: place, index, span: reader.spanFrom(start) }
        reader.grow(place, reader.height)
      }
    } else return place
  }
}

/** `a(0)`, where DIM made the array `a`. */
const isElement = (reader: LineReader, place: Place): boolean =>
  place.kind === "NameExpression" &&
  isTouchingOpener(reader.peek()) &&
  reader.context.assigned.has(arrayName(place.name))

/** Reads `GOTO label` behind ELSE or TIMEOUT; the word before it is already taken. */
export function readGotoLabel(reader: LineReader, keyword: string): string {
  reader.needWord("GOTO", keyword)
  return takeLabel(reader)
}

/** The name of a label, or the number of a line. */
export function takeLabel(reader: LineReader, expected = "the name of a label"): string {
  const token = reader.peek()
  if (token.kind !== "number" || !Number.isInteger(token.value)) return reader.takeName(expected)
  reader.take()
  return labelOfNumber(String(token.value))
}

/** Reads `ELSE GOTO label` if it is there. */
export function readFailGoto(reader: LineReader): string | null {
  if (reader.isInlineIf || !reader.isWord("ELSE") || !reader.isWord("GOTO", 1)) return null
  reader.take()
  return readGotoLabel(reader, "ELSE")
}
