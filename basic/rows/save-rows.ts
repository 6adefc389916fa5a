import type { Filter } from "../filters/nodes.ts"
import { everyRow } from "../filters/nodes.ts"
import { toText } from "../vm/json.ts"
import { ListValue, type MapValue, type Value } from "../vm/value.ts"
import { tableLimits } from "./limits.ts"
import { refuseTable } from "./problem.ts"
import { readTableName } from "./read-table.ts"
import { checkTable, checkWritten, visibleRow } from "./roles.ts"
import {
  checkRequired,
  completeRow,
  inOrder,
  keyOf,
  type NewRow,
  readCells,
  type StoredRow,
} from "./row.ts"
import { areSameCells } from "./same-cells.ts"
import { findRows, loadTable, selectRows, type TableContext, type TableWork } from "./store.ts"
import { findColumn, newTable, type TableShape } from "./table-shape.ts"

/** How rows are stored. */
export interface Saving {
  /** "insert" refuses a row whose key is there already; "save" changes it. */
  readonly mode: "insert" | "save"
  /** Columns that tell which row is meant, when they are not the table's own key. */
  readonly by?: readonly string[]
}

export interface Saved {
  readonly shape: TableShape
  /** The rows as they are now, in the order they were given. */
  readonly rows: readonly MapValue[]
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
}

/**
 * Stores rows. Everything is checked before anything is written, so a refused row leaves no other behind.
 *
 * Errors: those of `basic/diagnostics/tables.ts`.
 */
export function* saveRows(
  table: Value,
  given: readonly ReadonlyMap<string, Value>[],
  saving: Saving,
  context: TableContext,
): TableWork<Saved> {
  const name = readTableName(table)
  if (given.length > tableLimits.rowsPerWrite)
    refuseTable("basic.table_limit", {
      what: "rows in one command",
      limit: tableLimits.rowsPerWrite,
    })
  const known = yield* loadTable(name, true)
  const before = known ?? newTable(name, saving.by ?? ["id"])
  checkTable(before, "write to", context.roles)
  const plan = new SavePlan(before, saving, context)
  for (const fields of given) plan.read(fields)
  plan.known = yield* findKnown(plan)
  plan.decide()
  yield* checkUnique(plan)
  if (known === null || plan.shape !== before) yield { call: "define", shape: plan.shape }
  const { added, changed } = plan
  if (added.length > 0 || changed.length > 0)
    yield { call: "put", shape: plan.shape, added, changed }
  yield* announce(plan)
  return plan.finish()
}

/** The rows that those to be saved may mean. */
function* findKnown(plan: SavePlan): TableWork<StoredRow[]> {
  const { shape, by } = plan
  if (by === null) return yield* findRows(shape, plan.keys())
  const [first = "id"] = by
  const values = plan.rows
    .map((cells) => cells.get(first) ?? null)
    .filter((value) => value !== null)
  if (values.length === 0) return []
  const choices = values.map((value) => ({ kind: "value", value }) as const)
  return yield* selectRows(shape, whereIn(first, choices))
}

const whereIn = (name: string, choices: readonly { kind: "value"; value: Value }[]): Filter => ({
  ...everyRow,
  condition: { kind: "in", left: { kind: "column", name }, choices },
})

/** No two rows may hold the same value in a unique column. */
function* checkUnique({ shape, added, changed }: SavePlan): TableWork<void> {
  for (const { name, isUnique } of shape.columns) {
    if (!isUnique) continue
    const owners = new Map<string, string>()
    for (const { key, cells } of [...added, ...changed]) {
      const value = cells.entries.get(name) ?? null
      if (value === null) continue
      const text = toText(value)
      if (owners.has(text) && owners.get(text) !== key) refuseDuplicate(shape, name, text)
      owners.set(text, key)
    }
    if (owners.size === 0) continue
    const choices = [...owners.keys()].map((value) => ({ kind: "value", value }) as const)
    const changing = new Set(changed.map(({ key }) => key))
    for (const { key, cells } of yield* selectRows(shape, whereIn(name, choices))) {
      const text = toText(cells.entries.get(name) ?? null)
      if (!changing.has(key) && owners.has(text) && owners.get(text) !== key)
        refuseDuplicate(shape, name, text)
    }
  }
}

const refuseDuplicate = (shape: TableShape, column: string, found: string): never =>
  refuseTable("basic.duplicate_row", { table: shape.name, column, found })

function* announce({ shape, added, changed }: SavePlan): TableWork<void> {
  const table = shape.name
  if (added.length > 0)
    yield { call: "announce", table, change: "inserted", rows: added.map(({ cells }) => cells) }
  if (changed.length > 0)
    yield { call: "announce", table, change: "updated", rows: changed.map(({ cells }) => cells) }
}

/** What is to be added and what is to be changed, worked out before anything is written. */
class SavePlan {
  shape: TableShape
  readonly by: readonly string[] | null
  readonly rows: Map<string, Value>[] = []
  known: readonly StoredRow[] = []
  added: NewRow[] = []
  private readonly changes = new Map<number, StoredRow>()
  private readonly saving: Saving
  private readonly context: TableContext
  private readonly results: MapValue[] = []
  private unchanged = 0

  constructor(shape: TableShape, saving: Saving, context: TableContext) {
    this.shape = shape
    this.saving = saving
    this.context = context
    const by = saving.by?.map((name) => findColumn(shape, name)?.name ?? name) ?? null
    this.by = by === null || by.join("\n") === shape.keys.join("\n") ? null : by
  }

  get changed(): StoredRow[] {
    return [...this.changes.values()]
  }

  read(fields: ReadonlyMap<string, Value>) {
    const { shape, cells } = readCells(this.shape, fields, this.context.env)
    checkWritten(shape, cells, this.context.roles)
    this.shape = shape
    this.rows.push(cells)
  }

  keys(): string[] {
    return this.rows.flatMap((cells) => keyOf(this.shape, cells) ?? [])
  }

  decide() {
    const known = new Map<string, StoredRow | NewRow>()
    for (const row of this.known) known.set(this.identify(row.cells.entries) ?? row.key, row)
    for (const cells of this.rows) {
      const identity = this.identify(cells)
      const found = identity === null ? undefined : known.get(identity)
      if (found === undefined) {
        const made = completeRow(this.shape, cells, this.context.env, this.context.makeId)
        this.shape = made.shape
        this.added.push(made.row)
        this.results.push(made.row.cells)
        known.set(this.identify(made.row.cells.entries) ?? made.row.key, made.row)
      } else {
        const next = this.change(found, cells)
        known.set(identity ?? next.key, next)
      }
    }
  }

  private identify(cells: ReadonlyMap<string, Value>): string | null {
    if (this.by === null) return keyOf(this.shape, cells)
    const parts = this.by.map((name) => cells.get(name) ?? null)
    return parts.some((part) => part === null)
      ? null
      : JSON.stringify(parts.map((part) => toText(part)))
  }

  private change(found: StoredRow | NewRow, cells: ReadonlyMap<string, Value>): StoredRow | NewRow {
    if (this.saving.mode === "insert") {
      const [column = "id"] = this.shape.keys
      refuseDuplicate(this.shape, column, found.key)
    }
    const merged = new Map([...found.cells.entries, ...cells])
    checkRequired(this.shape, merged)
    const next = {
      ...found,
      key: keyOf(this.shape, merged) ?? found.key,
      cells: inOrder(this.shape, merged),
    }
    this.results.push(next.cells)
    if (!("number" in next)) this.added = this.added.map((row) => (row === found ? next : row))
    else if (areSameCells(found.cells, next.cells)) this.unchanged++
    else this.changes.set(next.number, next)
    return next
  }

  finish(): Saved {
    const { shape, added, changed, unchanged, results, context } = this
    return {
      shape,
      rows: results.map((cells) => visibleRow(shape, cells, context.roles)),
      inserted: added.length,
      updated: changed.length,
      unchanged,
    }
  }
}

/** The key of a stored row as a value: one column's, or a list of several. */
export function keyValue({ keys }: TableShape, row: MapValue): Value {
  const parts = keys.map((name) => row.entries.get(name) ?? null)
  return parts.length === 1 ? (parts[0] ?? null) : new ListValue(parts)
}
