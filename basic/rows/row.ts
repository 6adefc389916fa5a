import type { Env } from "../vm/env.ts"
import { toJson, toText } from "../vm/json.ts"
import { MapValue, type Value } from "../vm/value.ts"
import { defaultOf, toCell } from "./cell.ts"
import { tableLimits } from "./limits.ts"
import { refuseTable } from "./problem.ts"
import { checkName, columnOf, findColumn, needColumn, type TableShape } from "./table-shape.ts"

/** A row as it is kept: its cells under the names of the columns. */
export interface StoredRow {
  /** Counts up with every row that is added; rows without an order stand in this one. */
  readonly number: number
  /** The text of its key columns; unique in the table. */
  readonly key: string
  readonly cells: MapValue
}

/** A row that is about to be stored. */
export type NewRow = Omit<StoredRow, "number">

/** The cells of a row, and the table with whatever columns came with them. */
export interface ReadCells {
  readonly shape: TableShape
  readonly cells: Map<string, Value>
}

/**
 * Brings the fields of an object under the columns of a table. A table that was not declared takes new
 * columns; a declared one refuses a name it does not have.
 */
export function readCells(
  shape: TableShape,
  fields: ReadonlyMap<string, Value>,
  env: Env,
): ReadCells {
  const cells = new Map<string, Value>()
  let grown = shape
  for (const [name, value] of fields) {
    env.spend(4)
    if (!grown.isDeclared && findColumn(grown, name) === null) grown = withColumn(grown, name)
    const column = needColumn(grown, name)
    cells.set(column.name, toCell(grown.name, column, value, env))
  }
  return { shape: grown, cells }
}

function withColumn(shape: TableShape, name: string): TableShape {
  checkName(name)
  if (shape.columns.length >= tableLimits.columns)
    refuseTable("basic.table_limit", { what: "columns in a table", limit: tableLimits.columns })
  return { ...shape, columns: [...shape.columns, columnOf(name)] }
}

/** The text of a row's key; null when a part of it is missing. */
export function keyOf(shape: TableShape, cells: ReadonlyMap<string, Value>): string | null {
  const parts = shape.keys.map((name) => cells.get(name) ?? null)
  if (parts.some((part) => part === null || part === "")) return null
  return parts.length === 1 ? toText(parts[0] ?? null) : JSON.stringify(parts.map(toText))
}

/** Makes a new row whole: its key, its defaults, and everything that must not be empty. */
export function completeRow(
  shape: TableShape,
  cells: ReadonlyMap<string, Value>,
  env: Env,
  makeId: () => string,
): { readonly row: NewRow; readonly shape: TableShape } {
  const filled = new Map(cells)
  for (const column of shape.columns)
    if ((filled.get(column.name) ?? null) === null && column.default !== null)
      filled.set(column.name, toCell(shape.name, column, defaultOf(column, env, makeId), env))
  const grown = fillKey(shape, filled, makeId)
  const key = keyOf(grown, filled)
  const [firstKey = "id"] = grown.keys
  if (key === null)
    return refuseTable("basic.empty_column", { table: grown.name, column: firstKey })
  checkRequired(grown, filled)
  return { row: { key, cells: inOrder(grown, filled) }, shape: grown }
}

/** A row without a key is numbered; a number that was given moves the next one on. */
function fillKey(shape: TableShape, cells: Map<string, Value>, makeId: () => string): TableShape {
  const [name, ...others] = shape.keys
  if (name === undefined || others.length > 0) return shape
  const given = cells.get(name) ?? null
  if (given === null || given === "") {
    const type = findColumn(shape, name)?.type
    if (type === "uuid") cells.set(name, makeId())
    else if (type !== "date" && type !== "datetime" && type !== "boolean")
      cells.set(name, type === "text" ? String(shape.nextId) : shape.nextId)
    return { ...shape, nextId: shape.nextId + 1 }
  }
  const number = Number(toText(given))
  const isNext = Number.isSafeInteger(number) && number >= shape.nextId && number < 1e15
  return isNext ? { ...shape, nextId: number + 1 } : shape
}

export function checkRequired(shape: TableShape, cells: ReadonlyMap<string, Value>) {
  for (const column of shape.columns)
    if (column.isRequired && (cells.get(column.name) ?? null) === null)
      refuseTable("basic.empty_column", { table: shape.name, column: column.name })
}

/** The cells in the order of the columns. Errors: `basic.table_limit` for a row that is too large. */
export function inOrder(shape: TableShape, cells: ReadonlyMap<string, Value>): MapValue {
  const ordered = new Map<string, Value>()
  for (const { name } of shape.columns)
    if (cells.has(name)) ordered.set(name, cells.get(name) ?? null)
  const row = new MapValue(ordered)
  const size = JSON.stringify(toJson(row)).length
  if (size > tableLimits.rowBytes)
    refuseTable("basic.table_limit", { what: "characters in a row", limit: tableLimits.rowBytes })
  return row
}
