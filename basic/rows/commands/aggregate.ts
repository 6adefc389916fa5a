import { meets } from "../../filters/evaluate.ts"
import type { Filter } from "../../filters/nodes.ts"
import { readTableFilter } from "../../filters/read-filter.ts"
import { toText } from "../../vm/json.ts"
import { ListValue, MapValue, type Value } from "../../vm/value.ts"
import { fieldOf, findFold, fold } from "../fold.ts"
import { refuseTable } from "../problem.ts"
import { openForReading, scanRows } from "../read-table.ts"
import { resolveFilter } from "../resolve-filter.ts"
import { countRows, type TableContext, type TableWork } from "../store.ts"
import { givenText, givenValue, type RowOperands } from "./operands.ts"

/** AGGREGATE: the operation is whichever operand names one, the rows are a list or a table. */
export function* aggregate(operands: RowOperands, context: TableContext): TableWork {
  const first = givenValue(operands, "first")
  const second = givenValue(operands, "second") ?? givenValue(operands, "operation")
  const [operation, rows] = findFold(toText(first)) === null ? [second, first] : [first, second]
  const name = findFold(toText(operation))
  if (name === null)
    return context.env.fail("basic.bad_value", {
      name: "AGGREGATE",
      found: toText(operation),
      expected: "SUM, AVG, COUNT, MIN or MAX",
    })
  const field = givenText(operands, "field")
  const filter = readTableFilter(
    "AGGREGATE",
    givenValue(operands, "where") ?? givenValue(operands, "filter"),
    context.env,
  )
  if (name === "COUNT" && typeof rows === "string" && isAll(field))
    return yield* countTable(rows, filter, context)
  const items = yield* readDataset(rows, filter, context)
  return fold(
    name,
    items.map((item) => fieldOf(item, field, context.env)),
    context.env,
  )
}

/** `COUNT id` and `COUNT *` count the rows. */
const isAll = (field: string): boolean =>
  field === "" || field === "*" || field.toLowerCase() === "id"

function* countTable(table: Value, filter: Filter, context: TableContext): TableWork<number> {
  const shape = yield* openForReading(table, context)
  if (shape === null) return 0
  const all = { ...filter, order: [], limit: null, offset: null }
  return yield* countRows(
    shape,
    resolveFilter(shape, all, { roles: context.roles, isStrict: false }),
  )
}

/** The elements a command works on: of a list or an object as they are, of a text the rows of that table. */
export function* readDataset(
  value: Value,
  filter: Filter,
  context: TableContext,
): TableWork<Value[]> {
  if (value instanceof ListValue)
    return value.items.filter((item) => meets(context.env, filter.condition, item))
  if (value instanceof MapValue) return [value]
  if (value === null || value === "") return []
  if (typeof value === "string") return (yield* scanRows(value, filter, context)).items
  return refuseTable("basic.bad_row", { keyword: "A list of rows", found: toText(value) })
}
