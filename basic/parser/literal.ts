import type { Expression } from "../ast/nodes.ts"
import type { TextToken, Token } from "../lexer/token.ts"
import { readInterpolation } from "./bracket.ts"
import { readParts } from "./interpolation.ts"
import type { ExpressionReaders } from "./operands.ts"
import type { LineReader } from "./reader.ts"

export function readNumber(reader: LineReader, token: Token & { kind: "number" }): Expression {
  reader.take()
  if (!Number.isFinite(token.value))
    reader.fail("basic.number_too_large", token, {
      found: reader.context.source.slice(token.start, token.end),
    })
  reader.height = 1
  return { kind: "NumberLiteral", value: token.value, span: reader.spanFrom(token.start) }
}

export function readText(
  reader: LineReader,
  token: TextToken,
  readers: ExpressionReaders,
): Expression {
  if (!token.isClosed) reader.failAtText()
  reader.take()
  if (token.quote === "\u201c") noteQuotes(reader, token)
  const parts = readPlain(token) ?? readParts(reader, token.segments, readers.full)
  const span = { start: token.start, end: token.end }
  const { isMultiline } = token
  const isPlain = parts.every((part) => typeof part === "string")
  if (isPlain) reader.height = 0
  const text: Expression = isPlain
    ? {
        kind: "TextLiteral",
        value: parts.length === 1 ? String(parts[0]) : parts.join(""),
        isMultiline,
        span,
      }
    : { kind: "TemplateLiteral", parts, isMultiline, span }
  reader.grow(text, reader.height)
  return reader.isSymbol("${") ? readJuxtaposed(reader, text, readers) : text
}

/** Nearly all texts hold nothing but characters. */
function readPlain({ segments }: TextToken): readonly string[] | null {
  if (segments.length === 0) return []
  const [first] = segments
  return segments.length === 1 && first?.kind === "characters" ? [first.text] : null
}

function noteQuotes(reader: LineReader, { start, end }: TextToken) {
  const edits = [
    { span: { start, end: start + 1 }, text: '"' },
    { span: { start: end - 1, end }, text: '"' },
  ]
  const inside = reader.context.source.slice(start + 1, end - 1)
  const fix = inside.includes('"') ? undefined : { title: "Write straight quotes", edits }
  reader.note("basic.typographic_quotes", { start, end: start + 1 }, {}, fix)
}

/** `"text" ${x}`: an old slip that means joining. */
function readJuxtaposed(
  reader: LineReader,
  left: Expression,
  readers: ExpressionReaders,
): Expression {
  const { opener, inner } = readInterpolation(reader, readers)
  const found = reader.context.source.slice(inner.span.start, inner.span.end)
  reader.note("basic.juxtaposed_interpolation", opener, { found })
  const span = reader.spanFrom(left.span.start)
  return reader.grow(
    { kind: "BinaryExpression", operator: "+", left, right: inner, span },
    reader.height,
  )
}
