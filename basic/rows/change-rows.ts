import type { Filter } from "../filters/nodes.ts"
import { toText } from "../vm/json.ts"
import type { Value } from "../vm/value.ts"
import { tableLimits } from "./limits.ts"
import { refuseTable } from "./problem.ts"
import { readTableName } from "./read-table.ts"
import { resolveFilter } from "./resolve-filter.ts"
import { checkTable, checkWritten } from "./roles.ts"
import { checkRequired, inOrder, keyOf, readCells, type StoredRow } from "./row.ts"
import { areSameCells } from "./same-cells.ts"
import { findRows, loadTable, selectRows, type TableContext, type TableWork } from "./store.ts"
import type { TableShape } from "./table-shape.ts"

/** The rows a change is about. Errors: `basic.table_limit` when they are too many for one command. */
function* selectTargets(
  shape: TableShape,
  filter: Filter,
  context: TableContext,
): TableWork<StoredRow[]> {
  const most = tableLimits.rowsPerWrite
  const resolved = resolveFilter(shape, filter, { roles: context.roles, isStrict: true })
  const limit = Math.min(filter.limit ?? most + 1, most + 1)
  const rows = yield* selectRows(shape, { ...resolved, limit })
  if (rows.length > most)
    refuseTable("basic.table_limit", { what: "rows in one command", limit: most })
  return rows
}

/** Changes the rows that meet a filter; gives their number. */
export function* updateRows(
  table: Value,
  filter: Filter,
  fields: ReadonlyMap<string, Value>,
  context: TableContext,
): TableWork<number> {
  const before = yield* loadTable(readTableName(table), true)
  if (before === null) return 0
  checkTable(before, "write to", context.roles)
  const { shape } = readCells(before, fields, context.env)
  const targets = yield* selectTargets(shape, filter, context)
  return yield* changeTargets(before, targets, fields, context)
}

/** Changes rows that were found; gives their number. Everything is checked before anything is written. */
export function* changeTargets(
  before: TableShape,
  targets: readonly StoredRow[],
  fields: ReadonlyMap<string, Value>,
  context: TableContext,
): TableWork<number> {
  const { shape, cells } = readCells(before, fields, context.env)
  checkWritten(shape, cells, context.roles)
  const changed = targets.flatMap((row) => changeRow(shape, row, cells))
  if (touchesUnique(shape, cells)) yield* checkMoved(shape, targets, changed)
  if (shape !== before && targets.length > 0) yield { call: "define", shape }
  if (changed.length > 0) {
    yield { call: "put", shape, added: [], changed }
    const rows = changed.map((row) => row.cells)
    yield { call: "announce", table: shape.name, change: "updated", rows }
  }
  return targets.length
}

/** A row with its changes; nothing when it already is so. */
function changeRow(
  shape: TableShape,
  row: StoredRow,
  cells: ReadonlyMap<string, Value>,
): StoredRow[] {
  const merged = new Map([...row.cells.entries, ...cells])
  checkRequired(shape, merged)
  const next = inOrder(shape, merged)
  return areSameCells(row.cells, next)
    ? []
    : [{ ...row, key: keyOf(shape, merged) ?? row.key, cells: next }]
}

const touchesUnique = ({ keys, columns }: TableShape, cells: ReadonlyMap<string, Value>): boolean =>
  keys.some((name) => cells.has(name)) ||
  columns.some(({ name, isUnique }) => isUnique && cells.has(name))

/** Keys and unique columns stay unique when rows change them. */
function* checkMoved(
  shape: TableShape,
  targets: readonly StoredRow[],
  changed: readonly StoredRow[],
): TableWork<void> {
  const moved = changed.filter((row) =>
    targets.every(({ number, key }) => number !== row.number || key !== row.key),
  )
  const keys = changed.map(({ key }) => key)
  const [column = "id"] = shape.keys
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  const taken =
    moved.length === 0
      ? []
      : yield* findRows(
          shape,
          moved.map(({ key }) => key),
        )
  const found =
    twice ?? taken.find(({ number }) => changed.every((row) => row.number !== number))?.key
  if (found !== undefined) refuseTable("basic.duplicate_row", { table: shape.name, column, found })
  for (const { name, isUnique } of shape.columns)
    if (isUnique) yield* checkUniqueColumn(shape, name, changed)
}

function* checkUniqueColumn(
  shape: TableShape,
  name: string,
  changed: readonly StoredRow[],
): TableWork<void> {
  const values = changed
    .map(({ cells }) => cells.entries.get(name) ?? null)
    .filter((value) => value !== null)
  const texts = values.map(toText)
  const twice = texts.find((text, index) => texts.indexOf(text) !== index)
  const choices = values.map((value) => ({ kind: "value", value }) as const)
  const rows =
    values.length === 0
      ? []
      : yield* selectRows(shape, {
          condition: { kind: "in", left: { kind: "column", name }, choices },
          order: [],
          limit: null,
          offset: null,
        })
  const taken = rows.find(
    ({ number, cells }) =>
      changed.every((row) => row.number !== number) &&
      texts.includes(toText(cells.entries.get(name) ?? null)),
  )
  const found = twice ?? (taken && toText(taken.cells.entries.get(name) ?? null))
  if (found !== undefined)
    refuseTable("basic.duplicate_row", { table: shape.name, column: name, found })
}

/** Deletes the rows that meet a filter; gives their number. */
export function* deleteRows(
  table: Value,
  filter: Filter,
  context: TableContext,
): TableWork<number> {
  const shape = yield* loadTable(readTableName(table), true)
  if (shape === null) return 0
  checkTable(shape, "write to", context.roles)
  const rows = yield* selectTargets(shape, filter, context)
  if (rows.length === 0) return 0
  yield { call: "remove", shape, rows }
  yield {
    call: "announce",
    table: shape.name,
    change: "deleted",
    rows: rows.map(({ cells }) => cells),
  }
  return rows.length
}
