import type { Expression, Operands } from "../ast/nodes.ts"
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

/** `IMPORT "guests.csv"` adds the rows of the file to the table of its name; null for the other shapes. */
export function readImport(reader: LineReader): BareStatement | null {
  const file = reader.peek(1)
  const [segment] = file.kind === "text" ? file.segments : []
  if (reader.peek(2).kind !== "end" || segment?.kind !== "characters") return null
  const name = fileName.exec(segment.text)?.[1]
  if (name === undefined) return null
  reader.take()
  const path = readExpression(reader)
  const { span } = path
  const operands: Operands = { path, shape: { kind: "Word", text: "TABLE" } }
  const rows: Expression = { kind: "CommandExpression", keyword: "READ", operands, span }
  const table: Expression = { kind: "TextLiteral", value: name, isMultiline: false, span }
  return command("IMPORT", { rows, table })
}

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
