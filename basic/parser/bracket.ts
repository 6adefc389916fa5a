import type { Expression, ObjectEntry } from "../ast/nodes.ts"
import type { SymbolToken } from "../lexer/token.ts"
import type { ExpressionReaders } from "./operands.ts"
import type { LineReader } from "./reader.ts"

/** Reads `( e )`, a list or an object. `${` outside a text fails with its own words. */
export function readBracketed(
  reader: LineReader,
  token: SymbolToken,
  readers: ExpressionReaders,
): Expression {
  if (token.text === "(") {
    reader.take()
    return reader.nest(token, () => {
      reader.isInList = false
      const inner = readers.full(reader)
      closeBracket(reader, token, ")")
      return inner
    })
  }
  if (token.text === "[") {
    reader.take()
    const items = reader.nest(token, () => readItems(reader, token, "]", readers))
    return reader.grow(
      { kind: "ArrayLiteral", items, span: reader.spanFrom(token.start) },
      reader.height,
    )
  }
  if (token.text === "{" || token.text === "#{" || token.text === "{block") {
    reader.take()
    const entries = reader.nest(token, () => readEntries(reader, token, readers))
    return reader.grow(
      { kind: "ObjectLiteral", entries, span: reader.spanFrom(token.start) },
      reader.height,
    )
  }
  if (token.text === "${") {
    const { opener, inner } = readInterpolation(reader, readers)
    const found = reader.context.source.slice(inner.span.start, inner.span.end)
    return reader.fail("basic.interpolation_outside_text", opener, { found })
  }
  return reader.failExpecting("a value")
}

function readEntries(
  reader: LineReader,
  opener: SymbolToken,
  readers: ExpressionReaders,
): ObjectEntry[] {
  const entries: ObjectEntry[] = []
  let height = 0
  while (!reader.isSymbol("}")) {
    reader.isInList = true
    reader.isInObject = true
    const named = readOwnName(reader)
    if (named === null) {
      const key = readKey(reader)
      if (!reader.takeSymbol(":")) reader.failExpecting(`: after the key ${key}`)
      entries.push({ key, value: readers.full(reader) })
    } else entries.push(named)
    height = Math.max(height, reader.height)
    if (!reader.takeSymbol(",") && !isKeyNext(reader)) break
  }
  reader.isInObject = false
  needComma(reader, "}")
  closeBracket(reader, opener, "}")
  reader.height = height
  return entries
}

/** `{ name, seats }`: variables that are called like their keys. */
function readOwnName(reader: LineReader): ObjectEntry | null {
  const token = reader.peek()
  if (token.kind !== "word" || !(reader.isSymbol(",", 1) || reader.isSymbol("}", 1))) return null
  reader.take()
  reader.height = 1
  const { text, start, end } = token
  return { key: text, value: { kind: "NameExpression", name: text, span: { start, end } } }
}

/** Entries may be parted by line breaks alone. */
const isKeyNext = (reader: LineReader): boolean =>
  (reader.peek().kind === "word" || reader.peek().kind === "text") && reader.isSymbol(":", 1)

function readKey(reader: LineReader): string {
  const token = reader.peek()
  if (token.kind === "word") {
    reader.take()
    return token.text
  }
  if (token.kind === "number") {
    reader.take()
    return String(token.value)
  }
  if (token.kind !== "text" || !token.isClosed) return reader.failExpecting("a key or }")
  reader.take()
  return token.segments
    .map((segment) =>
      segment.kind === "characters"
        ? segment.text
        : reader.context.source.slice(segment.start - 2, segment.end + 1),
    )
    .join("")
}

/** Reads the arguments of a function that takes at most so many: a comma too much belongs to a command among them. */
export function readCountedArguments(
  reader: LineReader,
  readers: ExpressionReaders,
  most: number,
): Expression[] {
  const { index } = reader
  const findings = reader.context.diagnostics.length
  const args = readArguments(reader, readers, most === 1)
  const spare = args.length - most
  const hasCommand = args.some(({ kind }) => kind === "CommandExpression")
  if (spare <= 0 || !hasCommand || reader.rereads === 0) return args
  reader.rereads--
  const { height, index: end } = reader
  const found = reader.context.diagnostics.splice(findings)
  reader.index = index
  const again = readArguments(reader, readers, false, spare)
  if (again.length <= most) return again
  reader.context.diagnostics.length = findings
  reader.context.diagnostics.push(...found)
  reader.index = end
  reader.height = height
  return args
}

/**
 * Reads `(a, b)`. The reader's height becomes that of the highest argument. `takesOne`: a command inside has
 * all the commas.
 */
export function readArguments(
  reader: LineReader,
  readers: ExpressionReaders,
  takesOne = false,
  spareCommas = 0,
): Expression[] {
  const opener = reader.take() as SymbolToken
  return reader.nest(opener, () => {
    reader.spareCommas = spareCommas
    return readItems(reader, opener, ")", readers, !takesOne)
  })
}

function readItems(
  reader: LineReader,
  opener: SymbolToken,
  close: ")" | "]",
  readers: ExpressionReaders,
  isList = true,
): Expression[] {
  const items: Expression[] = []
  let height = 0
  reader.isInList = isList
  while (!reader.isSymbol(close)) {
    items.push(readers.full(reader))
    height = Math.max(height, reader.height)
    if (!reader.takeSymbol(",")) break
  }
  needComma(reader, close)
  closeBracket(reader, opener, close)
  reader.height = height
  return items
}

/** One more value stands where a list should go on or end. */
function needComma(reader: LineReader, close: string) {
  const { kind } = reader.peek()
  if (kind === "number" || kind === "text") reader.failExpecting(`a comma or ${close}`)
}

export function closeBracket(reader: LineReader, opener: SymbolToken, close: string) {
  if (reader.takeSymbol(close)) return
  reader.failAtText()
  reader.fail("basic.unclosed_bracket", opener, { open: opener.text, close, found: reader.show() })
}

/** `${ e }` outside a text: what it holds, and where it begins. */
export function readInterpolation(reader: LineReader, readers: ExpressionReaders) {
  const opener = reader.take()
  const inner = reader.nest(opener, () => {
    reader.isInList = false
    const value = readers.full(reader)
    closeBracket(reader, opener as SymbolToken, "}")
    return value
  })
  return { opener, inner }
}
