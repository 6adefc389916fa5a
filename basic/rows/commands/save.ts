import { toText } from "../../vm/json.ts"
import { ListValue, MapValue, type Value } from "../../vm/value.ts"
import { refuseTable } from "../problem.ts"
import { readTableName } from "../read-table.ts"
import { keyValue, saveRows } from "../save-rows.ts"
import { loadTable, type TableContext, type TableWork } from "../store.ts"
import {
  givenNames,
  givenValue,
  givenValues,
  needRows,
  type RowOperands,
  rowsIn,
} from "./operands.ts"
import { isRowLike, placeValues } from "./positional.ts"

/** SAVE: changes the row of the same key, or adds one. Gives the key; of several rows a list of keys. */
export function* save(operands: RowOperands, context: TableContext): TableWork {
  const table = givenValue(operands, "table")
  const isList = givenValue(operands, "row") instanceof ListValue
  const rows = yield* readGiven("SAVE", operands, context)
  const { shape, rows: saved } = yield* saveRows(table, rows, { mode: "save" }, context)
  const keys = saved.map((row) => keyValue(shape, row))
  return keys.length === 1 && !isList ? (keys[0] ?? null) : new ListValue(keys)
}

/** INSERT and INSERT INTO: adds rows; gives the row with its key, of several a list. */
export function* insert(operands: RowOperands, context: TableContext): TableWork {
  const rows = yield* readGiven("INSERT", operands, context)
  const saved = yield* saveRows(givenValue(operands, "table"), rows, { mode: "insert" }, context)
  return saved.rows.length === 1 ? (saved.rows[0] ?? null) : new ListValue([...saved.rows])
}

/** What is to be stored: named fields, an object, a key and an object, or values in a row. */
function* readGiven(
  keyword: string,
  operands: RowOperands,
  context: TableContext,
): TableWork<readonly ReadonlyMap<string, Value>[]> {
  const fields = givenValue(operands, "fields")
  if (fields instanceof MapValue) return [fields.entries]
  const row = givenValue(operands, "row")
  if (row !== null) return needRows(keyword, row, context).map(({ entries }) => entries)
  const values = givenValues(operands, "values")
  const [first = null, second = null] = values
  if (values.length === 1 && isRowLike(first))
    return needRows(keyword, first, context).map(({ entries }) => entries)
  if (values.length === 2 && second instanceof MapValue && !(first instanceof MapValue))
    return [yield* withKey(givenValue(operands, "table"), first, second)]
  return [yield* placeValues(givenValue(operands, "table"), values, givenNames(operands, "values"))]
}

/** `SAVE t, id, obj`: the object under this key. */
function* withKey(table: Value, key: Value, row: MapValue): TableWork<Map<string, Value>> {
  const shape = yield* loadTable(readTableName(table))
  const cells = new Map(row.entries)
  const name = shape?.keys[0] ?? "id"
  for (const own of cells.keys()) if (own.toLowerCase() === name.toLowerCase()) cells.delete(own)
  return new Map([[name, key], ...cells])
}

/** SAVE FROM UNSTRUCTURED: an object or JSON is saved as it is; free text needs a model. */
export function* saveUnstructured(operands: RowOperands, context: TableContext): TableWork {
  const given = givenValue(operands, "text")
  const rows = rowsIn(given, context)
  if (rows === null)
    return refuseTable("service.not_set_up", { setting: "llm-provider", found: toText(given) })
  const saved = yield* saveRows(
    givenValue(operands, "table"),
    rows.map(({ entries }) => entries),
    { mode: "save" },
    context,
  )
  return saved.rows.length === 1 ? (saved.rows[0] ?? null) : new ListValue([...saved.rows])
}
