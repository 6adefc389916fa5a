import { ListValue, MapValue, type Value } from "../../vm/value.ts"
import { refuseTable } from "../problem.ts"
import { readTableName } from "../read-table.ts"
import { loadTable, type TableWork } from "../store.ts"
import { findColumn, type TableShape } from "../table-shape.ts"

/**
 * Finds the columns of values that stand in a row without names: by what they are called when the table
 * has such columns, else by the order in which its columns were declared.
 *
 * Errors: `basic.column_needed` for a value that neither names.
 */
export function* placeValues(
  table: Value,
  values: readonly Value[],
  names: readonly (string | null)[],
): TableWork<Map<string, Value>> {
  const shape = yield* loadTable(readTableName(table))
  const isNamed = names.length === values.length && names.every((name) => name !== null)
  const hasAll =
    isNamed && names.every((name) => shape !== null && findColumn(shape, name ?? "") !== null)
  if (shape?.isDeclared && !hasAll) return placeByOrder(shape, values)
  const cells = new Map<string, Value>()
  for (const [index, value] of values.entries()) {
    const name = names[index] ?? null
    if (name === null)
      return refuseTable("basic.column_needed", {
        table: readTableName(table),
        position: index + 1,
      })
    cells.set(name, value)
  }
  return cells
}

/** A key that is counted by itself may be left out. */
function placeByOrder(shape: TableShape, values: readonly Value[]): Map<string, Value> {
  const all = shape.columns.map(({ name }) => name)
  const [key = ""] = shape.keys
  const isKeyLeftOut = values.length === all.length - 1 && shape.keys.length === 1 && all[0] === key
  const columns = isKeyLeftOut ? all.slice(1) : all
  if (values.length > columns.length)
    refuseTable("basic.column_needed", { table: shape.name, position: columns.length + 1 })
  return new Map(values.map((value, index) => [columns[index] ?? "", value]))
}

/** A single object, list of objects or JSON text; else the values have columns each. */
export const isRowLike = (value: Value): boolean =>
  value instanceof MapValue ||
  value instanceof ListValue ||
  (typeof value === "string" && /^\s*[[{]/.test(value))
