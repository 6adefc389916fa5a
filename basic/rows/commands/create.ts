import { readTable, tableFaults } from "../../declarations/read-table.ts"
import { declareTable } from "../declare-table.ts"
import { readTableName } from "../read-table.ts"
import { loadTable, type TableContext, type TableWork } from "../store.ts"
import { shapeOf } from "../table-shape.ts"
import { givenText, givenValue, type RowOperands } from "./operands.ts"

/** CREATE TABLE t, columns: the table as TABLE would declare it; one that is there already stays as it is. */
export function* createTable(operands: RowOperands, context: TableContext): TableWork {
  const name = readTableName(givenValue(operands, "table"))
  if ((yield* loadTable(name, true)) !== null) return null
  const lines = splitColumns(givenText(operands, "columns"))
  const span = { start: 0, end: 0 }
  const statement = {
    kind: "TableStatement",
    name,
    connection: null,
    readRoles: null,
    writeRoles: null,
    lines: lines.map((text) => ({ text, leading: [], trailing: null })),
    closing: [],
    span,
    leading: [],
    trailing: null,
  } as const
  const [fault] = tableFaults(statement)
  if (fault !== undefined)
    context.env.fail("basic.bad_value", {
      name: "CREATE TABLE",
      found: fault.slice(0, 100),
      expected: 'a column such as "name string(80)"',
    })
  const shape = shapeOf(readTable(statement, new Set()))
  return yield* declareTable({ ...shape, isDeclared: lines.length > 0 }, context)
}

/** Commas between columns; those inside `number(8,2)` belong to it. A name alone is a column of text. */
function splitColumns(text: string): string[] {
  const inside = /^\s*\(([\s\S]*)\)\s*$/.exec(text)?.[1] ?? text
  return inside
    .split(/[,;\n](?![^(]*\))/)
    .map((column) => column.trim())
    .filter((column) => column !== "")
    .map((column) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(column) ? `${column} string` : column))
}
