import { everyRow } from "../filters/nodes.ts"
import { toText } from "../vm/json.ts"
import type { Value } from "../vm/value.ts"
import { toCell } from "./cell.ts"
import { tableLimits } from "./limits.ts"
import { refuseTable } from "./problem.ts"
import { checkRequired, inOrder, keyOf, type StoredRow } from "./row.ts"
import { areSameCells } from "./same-cells.ts"
import { loadTable, selectRows, type TableContext, type TableWork } from "./store.ts"
import { findColumn, type TableColumn, type TableShape } from "./table-shape.ts"

/**
 * Makes a table be as it is declared. Nothing is lost: columns that are no longer declared stay with what
 * they hold, and a declaration that some row does not fit is refused before anything is changed.
 *
 * Errors: those of `basic/diagnostics/tables.ts`.
 */
export function* declareTable(declared: TableShape, context: TableContext): TableWork<null> {
  const before = yield* loadTable(declared.name, true)
  if (declared.columns.length > tableLimits.columns)
    refuseTable("basic.table_limit", { what: "columns in a table", limit: tableLimits.columns })
  if (before === null) {
    yield { call: "define", shape: declared }
    return null
  }
  const after = reshape(before, declared)
  const rows = needsRows(before, after) ? yield* selectRows(before, everyRow) : []
  const changed = rows.flatMap((row) => convertRow(before, after, row, context))
  checkUniqueness(after, rows, changed)
  yield { call: "define", shape: after }
  if (changed.length > 0) yield { call: "put", shape: after, added: [], changed }
  return null
}

/** The declared columns in their order, then whatever else the table holds. */
function reshape(before: TableShape, declared: TableShape): TableShape {
  const others = before.columns
    .filter(({ name }) => findColumn(declared, name) === null)
    .map((column) => ({ ...column, isRequired: false, isUnique: false, default: null }))
  return { ...declared, columns: [...declared.columns, ...others], nextId: before.nextId }
}

/** Rows are looked at only where a column asks for something it did not ask for before. */
function needsRows(before: TableShape, after: TableShape): boolean {
  if (before.keys.join("\n") !== after.keys.join("\n")) return true
  return after.columns.some((column) => {
    const old = findColumn(before, column.name)
    return old === null ? column.isRequired || column.isUnique : isStricter(old, column)
  })
}

const isStricter = (old: TableColumn, next: TableColumn): boolean =>
  old.name !== next.name ||
  (old.type !== next.type && next.type !== "any" && next.type !== "json") ||
  (next.length !== null && (old.length === null || next.length < old.length)) ||
  old.decimals !== next.decimals ||
  (next.isRequired && !old.isRequired) ||
  (next.isUnique && !old.isUnique)

/** A row under the new columns; nothing when it is the same. */
function convertRow(
  before: TableShape,
  after: TableShape,
  row: StoredRow,
  { env }: TableContext,
): StoredRow[] {
  const cells = new Map<string, Value>()
  for (const [name, value] of row.cells.entries) {
    const column = findColumn(after, name)
    if (column === null) cells.set(name, value)
    else cells.set(column.name, toCell(after.name, column, value, env))
  }
  checkRequired(after, cells)
  const key = keyOf(after, cells)
  if (key === null)
    return refuseTable("basic.empty_column", { table: after.name, column: after.keys[0] ?? "id" })
  const next = { ...row, key, cells: inOrder(after, cells) }
  const isSame = key === row.key && areSameCells(row.cells, next.cells) && before.columns.length > 0
  return isSame ? [] : [next]
}

function checkUniqueness(
  after: TableShape,
  rows: readonly StoredRow[],
  changed: readonly StoredRow[],
) {
  const replaced = new Map(changed.map((row) => [row.number, row]))
  const all = rows.map((row) => replaced.get(row.number) ?? row)
  const check = (column: string, textOf: (row: StoredRow) => string | null) => {
    const seen = new Set<string>()
    for (const row of all) {
      const text = textOf(row)
      if (text === null) continue
      if (seen.has(text))
        refuseTable("basic.duplicate_row", { table: after.name, column, found: text })
      seen.add(text)
    }
  }
  check(after.keys.join(", "), ({ key }) => key)
  for (const { name, isUnique } of after.columns)
    if (isUnique)
      check(name, ({ cells }) => {
        const value = cells.entries.get(name) ?? null
        return value === null ? null : toText(value)
      })
}
