import { toText } from "../../vm/json.ts"
import { ListValue, MapValue, type Value } from "../../vm/value.ts"
import { refuseTable } from "../problem.ts"
import { saveRows } from "../save-rows.ts"
import type { TableContext, TableWork } from "../store.ts"
import { givenText, givenValue, needRows, type RowOperands } from "./operands.ts"

/** MERGE: changes the rows that are there by their key and adds the others; two lists are joined to one. */
export function* merge(operands: RowOperands, context: TableContext): TableWork {
  const table = givenValue(operands, "table")
  const data = givenValue(operands, "rows")
  if (table instanceof ListValue) return joinLists(table, data)
  if (table instanceof MapValue && data instanceof MapValue)
    return new MapValue(new Map([...table.entries, ...data.entries]))
  const keys = splitNames(givenText(operands, "key"))
  const columns = splitNames(givenText(operands, "columns"))
  const rows = needRows("MERGE", data ?? new ListValue(), context).map(({ entries }) =>
    columns.length === 0 ? entries : onlyThese(entries, [...keys, ...columns]),
  )
  return yield* mergeRows(table, rows, keys, context)
}

/** MERGE INTO t ON c = e WITH ...: one row, found by the column c. */
export function* mergeInto(operands: RowOperands, context: TableContext): TableWork {
  const match = givenValue(operands, "match")
  const fields = givenValue(operands, "fields")
  if (!(match instanceof MapValue) || !(fields instanceof MapValue))
    return refuseTable("basic.bad_row", { keyword: "MERGE", found: toText(fields) })
  const row = new Map([...match.entries, ...fields.entries])
  return yield* mergeRows(givenValue(operands, "table"), [row], [...match.entries.keys()], context)
}

/** Gives what became of the rows: {inserted, updated, unchanged, total}. */
export function* mergeRows(
  table: Value,
  rows: readonly ReadonlyMap<string, Value>[],
  keys: readonly string[],
  context: TableContext,
): TableWork<MapValue> {
  const saving = keys.length === 0 ? { mode: "save" as const } : { mode: "save" as const, by: keys }
  const { inserted, updated, unchanged } = yield* saveRows(table, rows, saving, context)
  return new MapValue(new Map(Object.entries({ inserted, updated, unchanged, total: rows.length })))
}

const joinLists = (list: ListValue, other: Value): ListValue =>
  new ListValue([
    ...list.items,
    ...(other instanceof ListValue ? other.items : other === null ? [] : [other]),
  ])

const splitNames = (text: string): string[] =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")

const onlyThese = (
  row: ReadonlyMap<string, Value>,
  names: readonly string[],
): Map<string, Value> => {
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  return new Map([...row].filter(([name]) => wanted.has(name.toLowerCase())))
}
