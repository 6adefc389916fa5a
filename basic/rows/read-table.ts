import type { Filter } from "../filters/nodes.ts"
import { toText } from "../vm/json.ts"
import { RowsValue, type Value } from "../vm/value.ts"
import { tableLimits } from "./limits.ts"
import { refuseTable } from "./problem.ts"
import { resolveFilter } from "./resolve-filter.ts"
import { checkTable, visibleRow } from "./roles.ts"
import { loadTable, selectRows, type TableContext, type TableWork } from "./store.ts"
import { checkName, connectionOf, type TableShape, tableNameOf } from "./table-shape.ts"

/** The name of a table out of an operand. Errors: `service.not_set_up` for a table of another database. */
export function readTableName(value: Value): string {
  const name = toText(value)
  const connection = connectionOf(name)
  if (connection !== null)
    refuseTable("service.not_set_up", { setting: `conn-${connection || "default"}-Server` })
  return checkName(tableNameOf(name))
}

/** Loads a table for reading; null when nothing was saved into it yet. Errors: `basic.table_not_allowed`. */
export function* openForReading(value: Value, context: TableContext): TableWork<TableShape | null> {
  const shape = yield* loadTable(readTableName(value))
  if (shape !== null) checkTable(shape, "read", context.roles)
  return shape
}

/** Gives the rows of a table that meet a filter, as the person behind the run sees them. */
export function* readRows(
  table: Value,
  filter: Filter,
  context: TableContext,
  newestFirst = false,
): TableWork<RowsValue> {
  const shape = yield* openForReading(table, context)
  if (shape === null) return new RowsValue()
  const { roles, maxRows } = context
  const resolved = resolveFilter(shape, filter, { roles, isStrict: false })
  const most = Math.min(filter.limit ?? maxRows, tableLimits.resultRows)
  const isCapped = filter.limit === null || filter.limit > most
  const rows = yield* selectRows(
    shape,
    { ...resolved, limit: most + (isCapped ? 1 : 0) },
    newestFirst,
  )
  if (rows.length > most) {
    context.log(
      `Only the first ${most} rows of ${shape.name} were read. Use LIMIT and OFFSET, or SET MAX LINES.`,
    )
    rows.length = most
  }
  return new RowsValue(rows.map(({ cells }) => visibleRow(shape, cells, roles)))
}

/** Gives all rows of a table, for joins and sums. Errors: `basic.table_limit` when there are too many. */
export function* scanRows(
  table: Value,
  filter: Filter,
  context: TableContext,
): TableWork<RowsValue> {
  const most = tableLimits.scannedRows
  const shape = yield* openForReading(table, context)
  if (shape === null) return new RowsValue()
  const { roles } = context
  const resolved = resolveFilter(shape, filter, { roles, isStrict: false })
  const rows = yield* selectRows(shape, { ...resolved, limit: most + 1 })
  if (rows.length > most)
    refuseTable("basic.table_limit", { what: `rows of ${shape.name} to look at`, limit: most })
  return new RowsValue(rows.map(({ cells }) => visibleRow(shape, cells, roles)))
}
