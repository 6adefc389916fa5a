import { cleanPath, extensionOf, fromJson, toJson, toText } from "#basic"
import type { RowOperands } from "#basic/rows/commands/operands.ts"
import { MemoryTables } from "#basic/rows/memory-store.ts"
import { keyOf, type NewRow } from "#basic/rows/row.ts"
import type { TableContext, TableWork } from "#basic/rows/store.ts"
import { columnOf, newTable, type TableShape, tableNameOf } from "#basic/rows/table-shape.ts"
import { type Json, ListValue, MapValue, type Value } from "#basic/vm/value.ts"
import { readableDrives } from "#server/records/files/drives.ts"
import { findFile } from "#server/records/files/find-file.ts"
import { asHeld, asJson, type HeldFile } from "../files/content.ts"
import { readRows } from "../files/read-value.ts"
import { writeValue } from "../files/write-value.ts"
import type { Step } from "../step.ts"

/** Commands that make a file which is not there; the others then look for a table of that name. */
const makers: ReadonlySet<string> = new Set([
  "SAVE",
  "INSERT",
  "INSERT INTO",
  "MERGE",
  "MERGE INTO",
])

/** The path of the drive that a command's table names: "deals.csv", "in/may.xlsx". Null for a table. */
export function filePathOf(operands: RowOperands): string | null {
  const table = operands.table
  if (typeof table !== "string" || !/^(csv|xlsx)$/.test(extensionOf(table))) return null
  return cleanPath(table)
}

/** Finds the file a command is to work on. Undefined: there is none, and the command makes none. */
export async function findTableFile(
  keyword: string,
  path: string,
  step: Step,
): Promise<HeldFile | null | undefined> {
  const found = await step.record(async (tx, place) => {
    for (const drive of readableDrives(place)) {
      const row = await findFile(tx, drive, path)
      if (row !== null) return asJson({ ...row, orgId: place.orgId })
    }
    return null
  })
  if (found !== null) return asHeld(found)
  return makers.has(keyword) ? null : undefined
}

/**
 * Does the work of a command over the rows of a CSV or XLSX file: reads them all, works on them as on a
 * table, and writes the file again when they have changed. Two that write at once do not see each other:
 * for rows that many write there are tables.
 */
export async function workOnFile(
  path: string,
  file: HeldFile | null,
  begin: () => TableWork,
  context: TableContext,
  step: Step,
): Promise<Value> {
  const rows =
    file === null ? [] : ((await step.outside("same key", () => readRows(step, file))) as Json[])
  const names = [...new Set(rows.flatMap((row) => Object.keys(row as object)))]
  const hasId = file === null || names.some((name) => name.toLowerCase() === "id")
  const tables = new MemoryTables()
  tables.run(fillTable(shapeFor(path, names), rows), context.env)
  const before = printRows(tables, hasId)
  const value = tables.run(begin(), context.env)
  const after = printRows(tables, hasId)
  if (JSON.stringify(after) !== JSON.stringify(before))
    await writeValue(step, { path, content: fromJson(after), shape: "TABLE" })
  return value
}

function shapeFor(path: string, names: readonly string[]): TableShape {
  const key = names.find((name) => name.toLowerCase() === "id") ?? "id"
  const table = newTable(tableNameOf(path), [key])
  const others = names.filter((name) => name !== key)
  return { ...table, columns: [columnOf(key), ...others.map(columnOf)] }
}

/** Rows without an id of their own are numbered in the order of the file. */
function* fillTable(shape: TableShape, rows: readonly Json[]): TableWork<null> {
  const [key = "id"] = shape.keys
  const added = rows.map((row, index): NewRow => {
    const cells = new Map<string, Value>([[key, index + 1]])
    for (const [name, value] of Object.entries(row as object))
      cells.set(name, fromJson(value as Json))
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

/** The rows as the file is to hold them: an id that only numbers them stays out of it. */
function printRows(tables: MemoryTables, hasId: boolean): Json {
  const [table] = tables.list()
  const rows = toJson(new ListValue(table?.rows ?? [])) as { [name: string]: Json }[]
  if (hasId) return rows
  return rows.map(({ id: _id, ...cells }) => cells)
}
