import type { Expression, Operands } from "../ast/nodes.ts"
import type { BareStatement } from "./bare.ts"
import { readArguments } from "./bracket.ts"
import { expressionReaders } from "./expressions.ts"
import type { LineReader } from "./reader.ts"

/**
 * `INSERT INTO guests (name, seats) VALUES ("Ana", 2)`, as SQL writes it: the same as INSERT INTO with the
 * columns and values, or with the values alone. Null for every other shape.
 */
export function readSqlInsert(reader: LineReader): BareStatement | null {
  const shape = findShape(reader)
  if (shape === null) return null
  reader.index += 2
  const token = reader.take()
  const span = { start: token.start, end: token.end }
  const table: Expression =
    token.kind === "word"
      ? { kind: "NameExpression", name: token.text, span }
      : { kind: "TextLiteral", value: shape.table, isMultiline: false, span }
  if (shape.isNamed) reader.index = shape.values - 1
  reader.take()
  const values = readArguments(reader, expressionReaders)
  const { columns } = shape
  if (shape.isNamed && columns.length !== values.length)
    reader.fail("basic.unexpected", reader.spanFrom(token.start), {
      expected: `a value for each of the columns, which are ${columns.length}`,
      found: `${values.length}`,
    })
  const operands: Operands = shape.isNamed
    ? { table, fields: { kind: "FieldList", fields: pair(columns, values) } }
    : { table, values: { kind: "ExpressionList", items: values } }
  return { kind: "CommandStatement", keyword: "INSERT INTO", operands, failGoto: null }
}

const pair = (columns: readonly string[], values: readonly Expression[]) =>
  columns.flatMap((key, index) => {
    const value = values[index]
    return value === undefined ? [] : [{ key, value }]
  })

interface Shape {
  readonly table: string
  readonly isNamed: boolean
  readonly columns: readonly string[]
  /** Index of the bracket behind VALUES. */
  readonly values: number
}

function findShape(reader: LineReader): Shape | null {
  const named = reader.peek(2)
  if (!reader.isWord("INTO", 1)) return null
  const table = named.kind === "word" ? named.text : plainText(named)
  if (table === null) return null
  let index = reader.index + 3
  const columns: string[] = []
  const opener = reader.tokens[index]
  const isNamed = opener?.kind === "symbol" && opener.text === "("
  if (isNamed) {
    if (opener.match === null) return null
    const inside = reader.tokens.slice(index + 1, opener.match)
    for (const [at, token] of inside.entries()) {
      const isComma = token.kind === "symbol" && token.text === ","
      if (at % 2 === 1 ? !isComma : token.kind !== "word") return null
      if (token.kind === "word") columns.push(token.text)
    }
    index = opener.match + 1
  }
  const word = reader.tokens[index]
  const values = reader.tokens[index + 1]
  if (word?.kind !== "word" || word.upper !== "VALUES") return null
  if (values?.kind !== "symbol" || values.text !== "(" || values.match === null) return null
  const behind = reader.tokens[values.match + 1]
  const isEnd = behind?.kind === "end" || (behind?.kind === "symbol" && behind.text === ";")
  return isEnd ? { table, isNamed, columns, values: index + 1 } : null
}

function plainText(token: ReturnType<LineReader["peek"]>): string | null {
  if (token.kind !== "text" || !token.isClosed || token.segments.length !== 1) return null
  const [only] = token.segments
  return only?.kind === "characters" ? only.text : null
}
