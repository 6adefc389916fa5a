/** Plain words with `${...}` in them, as the "text" editor has them, and the expressions they stand for. */
import type { Expression, Place } from "../../ast/nodes.ts"
import type { Diagnostic } from "../../diagnostics/diagnostic.ts"
import { parse, parseExpression } from "../../parser/parse.ts"
import { printExpression } from "../../printer/expression.ts"
import { nowhere } from "../../source/span.ts"
import { Refusal, refuse } from "../gestures/refuse.ts"
import { showExpression, showParts } from "../show.ts"

/** Gives the words of an expression. A sum that begins with a text reads as one text: "Hello ${name}". */
export function toWords(expression: Expression, source: string): string {
  const parts = textParts(expression)
  if (parts !== null) return showParts(parts, source)
  const isText = expression.kind === "TextLiteral" || expression.kind === "TemplateLiteral"
  return isText ? showExpression(expression, source) : showParts([expression], source)
}

/** The parts of a sum that begins with a text; null for other expressions. */
export function textParts(expression: Expression): (string | Expression)[] | null {
  if (expression.kind === "TextLiteral") return [expression.value]
  if (expression.kind === "TemplateLiteral") return [...expression.parts]
  if (expression.kind !== "BinaryExpression" || expression.operator !== "+") return null
  const left = textParts(expression.left)
  if (left === null) return null
  const isText =
    expression.right.kind === "TextLiteral" || expression.right.kind === "TemplateLiteral"
  return [...left, ...(isText ? textParts(expression.right)! : [expression.right])]
}

/** Makes the expression of words: quoted, escaped, with values where `${...}` can be read as one. */
export function fromWords(words: string): Expression {
  const parts = splitWords(words)
  const isMultiline = words.includes("\n")
  const [only] = parts
  if (parts.length === 0)
    return { kind: "TextLiteral", span: nowhere, value: "", isMultiline: false }
  if (parts.length === 1 && typeof only === "string") {
    return { kind: "TextLiteral", span: nowhere, value: only, isMultiline }
  }
  // A variable alone stays what it is; within words it becomes text.
  if (parts.length === 1 && typeof only === "object" && only.kind === "NameExpression") return only
  return { kind: "TemplateLiteral", span: nowhere, parts, isMultiline }
}

export const wordsText = (words: string): string => printExpression(fromWords(words))

/** Cuts words at each `${` whose rest up to some `}` is an expression. */
export function splitWords(words: string): (string | Expression)[] {
  const parts: (string | Expression)[] = []
  let text = ""
  let at = 0
  while (at < words.length) {
    const found = words.startsWith("${", at) ? readValue(words, at + 2) : null
    if (found === null) {
      text += words[at]
      at += 1
      continue
    }
    if (text !== "") parts.push(text)
    text = ""
    parts.push(found.expression)
    at = found.end
  }
  if (text !== "") parts.push(text)
  return parts
}

/** Longest value looked for in words. Units: UTF-16 code units. */
const maxValueChars = 500

function readValue(words: string, start: number): { expression: Expression; end: number } | null {
  const limit = Math.min(words.length, start + maxValueChars)
  for (
    let end = words.indexOf("}", start);
    end !== -1 && end < limit;
    end = words.indexOf("}", end + 1)
  ) {
    const expression = tryExpression(words.slice(start, end))
    if (expression !== null) return { expression, end: end + 1 }
  }
  return null
}

function tryExpression(text: string): Expression | null {
  if (text.trim() === "" || /[\r\n]/.test(text)) return null
  const { expression, diagnostics } = parseExpression(text)
  return diagnostics.some(isError) ? null : expression
}

const isError = ({ severity }: Diagnostic): boolean => severity === "error"

/** Reads an expression that a person typed. Throws Refusal with the parser's finding. */
export function readExpression(text: string): Expression {
  const { expression, diagnostics } = parseExpression(text.trim())
  const error = diagnostics.find(isError)
  if (error !== undefined) throw new Refusal(error)
  return (
    expression ?? refuse("basic.canvas_field_value", { field: text.trim(), expected: "one value" })
  )
}

/** Reads what may stand left of `=`. */
export function readPlace(text: string): Place {
  const { program, diagnostics } = parse(`${text.trim()} = 1`)
  const [statement, ...more] = program.body.statements
  const isOne =
    statement?.kind === "AssignStatement" && more.length === 0 && !diagnostics.some(isError)
  if (!isOne || statement.isConst || statement.operator !== "=") {
    return refuse("basic.canvas_name", { found: text.trim() })
  }
  return statement.target
}

/** Reads a bare variable name, as loops have it. */
export function readName(text: string): string {
  const place = readPlace(text)
  return place.kind === "NameExpression"
    ? place.name
    : refuse("basic.canvas_name", { found: text.trim() })
}
