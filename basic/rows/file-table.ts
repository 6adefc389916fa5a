/** Commands over the rows of a CSV or XLSX file: the same work as over a table, on all of its rows at once. */
import { cleanPath, extensionOf } from "../files/path.ts"
import { fromJson, toJson, toText } from "../vm/json.ts"
import { type Json, ListValue, MapValue, type Value } from "../vm/value.ts"
import type { RowOperands } from "./commands/operands.ts"
import { MemoryTables } from "./memory-store.ts"
import { keyOf, type NewRow } from "./row.ts"
import type { TableContext, TableWork } from "./store.ts"
import { columnOf, newTable, type TableShape, tableNameOf } from "./table-shape.ts"

const makers: ReadonlySet<string> = new Set([
  ...["SAVE", "INSERT", "INSERT INTO", "MERGE", "MERGE INTO"],
])

/** Tells whether a command makes a file that is not there; the others then mean a table of that name. */
export const makesFile = (keyword: string): boolean => makers.has(keyword)

/** The path of the drive that a command's table names: "deals.csv", "in/may.xlsx". Null for a table. */
export const filePathOf = (operands: RowOperands): string | null => {
  const { table } = operands
  if (typeof table !== "string" || !/^(csv|xlsx)$/.test(extensionOf(table))) return null
  return cleanPath(table)
}

/** What a command came to over the rows of a file. */
export interface FileWork {
  readonly value: Value
  /** The rows the file is to hold now; null when they have not changed. */
  readonly rows: Json
}

/**
 * Does the work of a command over rows of a file; `rows` is null for a file that is not there yet. Rows
 * without an id are numbered in their order for the time of the command; the numbers stay out of the file.
 *
 * Errors: those of the command over a table.
 */
export const workOnRows = (
  path: string,
  rows: readonly Json[] | null,
  begin: (context: TableContext) => TableWork,
  context: TableContext,
): FileWork => {
  const given = rows ?? []
  const names = [...new Set(given.flatMap((row) => Object.keys(row as object)))]
  const hasId = rows === null || names.some((name) => name.toLowerCase() === "id")
  const tables = new MemoryTables()
  tables.run(fillTable(shapeFor(path, names), given), context.env)
  const before = printRows(tables, hasId)
  const value = tables.run(begin(context), context.env)
  const after = printRows(tables, hasId)
  const isSame = JSON.stringify(after) === JSON.stringify(before)
  return { value, rows: isSame ? null : after }
}

const shapeFor = (path: string, names: readonly string[]): TableShape => {
  const key = names.find((name) => name.toLowerCase() === "id") ?? "id"
  const others = names.filter((name) => name !== key)
  const table = newTable(tableNameOf(path), [key])
  return { ...table, columns: [columnOf(key), ...others.map(columnOf)] }
}

function* fillTable(shape: TableShape, rows: readonly Json[]): TableWork<null> {
  const [key = "id"] = shape.keys
  const added = rows.map((row, index): NewRow => {
    const cells = new Map<string, Value>([[key, index + 1]])
    for (const [name, cell] of Object.entries(row as object))
      cells.set(name, fromJson(cell as Json))
    return { key: keyOf(shape, cells) ?? String(index + 1), cells: new MapValue(cells) }
  })
  const numbers = added.map(({ cells }) => Number(toText(cells.entries.get(key) ?? null)))
  const highest = numbers.reduce(
    (most, each) => (Number.isSafeInteger(each) ? Math.max(most, each) : most),
    0,
  )
  const filled = { ...shape, nextId: highest + 1 }
  yield { call: "define", shape: filled }
  yield { call: "put", shape: filled, added, changed: [] }
  return null
}

const printRows = (tables: MemoryTables, hasId: boolean): Json => {
  const [table] = tables.list()
  const rows = toJson(new ListValue(table?.rows ?? [])) as { [name: string]: Json }[]
  return hasId ? rows : rows.map(({ id: _id, ...cells }) => cells)
}
