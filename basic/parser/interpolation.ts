import type { Expression } from "../ast/nodes.ts"
import { lexRange } from "../lexer/lex.ts"
import type { Segment } from "../lexer/token.ts"
import { LineReader, type ParseContext, ParseFailure } from "./reader.ts"

export type ReadExpression = (reader: LineReader) => Expression

/**
 * Reads the pieces of a text or a text block.
 *
 * Shape: characters and expressions; what stands in `${...}` but is no expression stays as characters,
 *        with a warning. Neighbouring characters are joined, and empty ones left out.
 */
export function readParts(
  outer: LineReader,
  segments: readonly Segment[],
  readExpression: ReadExpression,
): (string | Expression)[] {
  const parts: (string | Expression)[] = []
  let height = 0
  for (const segment of segments) {
    const part =
      segment.kind === "characters" ? segment.text : readPart(outer, segment, readExpression)
    if (typeof part !== "string") height = Math.max(height, outer.height)
    const last = parts.at(-1)
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part
    else if (part !== "") parts.push(part)
  }
  outer.height = height
  return parts
}

function readPart(
  outer: LineReader,
  { start, end }: { readonly start: number; readonly end: number },
  readExpression: ReadExpression,
): string | Expression {
  const { source } = outer.context
  const inside: ParseContext = { ...outer.context, diagnostics: [] }
  try {
    const reader = new LineReader(inside, lexRange(source, start, end))
    reader.depth = outer.depth + 1
    if (reader.depth > 20) reader.failRest("The text")
    const expression = readExpression(reader)
    reader.needEnd("The value")
    if (isForTemplate(reader)) reader.failRest("The text")
    outer.context.diagnostics.push(...inside.diagnostics)
    outer.height = reader.height
    return expression
  } catch (failure) {
    if (!(failure instanceof ParseFailure)) throw failure
    const span = { start: start - 2, end: end + 1 }
    const found = source.slice(span.start, span.end)
    outer.note("basic.interpolation_ignored", span, { found })
    return found
  }
}

/** `${{amount}}` and `${<amount>}` are filled in by something else. */
const isForTemplate = ({ tokens, context }: LineReader): boolean => {
  const [first, , third] = tokens
  const isBraced = first?.kind === "symbol" && first.text.startsWith("{")
  const isName = third?.kind === "symbol" && (third.text === "}" || third.text === ",")
  return (
    (isBraced && isName) || context.diagnostics.some(({ code }) => code === "basic.placeholder")
  )
}
