import type { Expression, Operands } from "../ast/nodes.ts"
import type { Span } from "../source/span.ts"
import type { BareStatement } from "./bare.ts"
import { readExpression } from "./expressions.ts"
import type { LineReader } from "./reader.ts"

/** `EXPORT table, "file.csv"` writes what EXPORT gives; null for the other shapes. */
export function readExport(reader: LineReader): BareStatement | null {
  const { index } = reader
  const start = reader.take().start
  if (reader.isAtEnd()) return goBack(reader, index)
  reader.isInList = true
  const table = readExpression(reader)
  reader.isInList = false
  if (!reader.takeSymbol(",")) return goBack(reader, index)
  const span = reader.spanFrom(start)
  const text: Expression = {
    kind: "CommandExpression",
    keyword: "EXPORT",
    operands: { table },
    span,
  }
  return command("WRITE", { content: text, path: readExpression(reader) })
}

const fileName = /([^/\\]+?)\.(?:csv|json|xlsx?)$/i

/**
 * `IMPORT "guests.csv"` adds the rows of the file to the table of its name, and so does `IMPORT file` with
 * the name in a variable; null for the other shapes.
 */
export function readImport(reader: LineReader): BareStatement | null {
  const { index } = reader
  if (reader.peek(1).kind !== "text" && reader.peek(1).kind !== "word") return null
  reader.take()
  const path = readExpression(reader)
  const table = reader.isAtEnd() ? tableOf(path) : null
  if (table === null) return goBack(reader, index)
  const { span } = path
  const operands: Operands = { path, shape: { kind: "Word", text: "TABLE" } }
  const rows: Expression = { kind: "CommandExpression", keyword: "READ", operands, span }
  return command("IMPORT", { rows, table })
}

/** The table a file belongs to: its name without folders and ending. */
function tableOf(path: Expression): Expression | null {
  const { span } = path
  if (path.kind === "TextLiteral") {
    const name = fileName.exec(path.value)?.[1]
    return name === undefined ? null : text(name, span)
  }
  if (path.kind !== "NameExpression" && path.kind !== "MemberExpression") return null
  const parts = call("SPLIT", [path, text("/", span)], span)
  return call("EXTRACT_BEFORE", [call("LAST", [parts], span), text(".", span)], span)
}

const text = (value: string, span: Span): Expression => ({
  kind: "TextLiteral",
  value,
  isMultiline: false,
  span,
})

const call = (name: string, args: Expression[], span: Span): Expression => ({
  kind: "CallExpression",
  name,
  args,
  span,
})

function goBack(reader: LineReader, index: number): null {
  reader.index = index
  return null
}

const command = (keyword: string, operands: Record<string, Expression>): BareStatement => ({
  kind: "CommandStatement",
  keyword,
  operands,
  failGoto: null,
})
