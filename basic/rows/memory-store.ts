import { meetsInTable } from "../filters/evaluate.ts"
import type { Filter } from "../filters/nodes.ts"
import type { Env } from "../vm/env.ts"
import type { MapValue } from "../vm/value.ts"
import { plainValue } from "./cell.ts"
import { tableLimits } from "./limits.ts"
import { orderRows } from "./order-rows.ts"
import { refuseTable } from "./problem.ts"
import type { StoredRow } from "./row.ts"
import type { StoreCall, TableWork } from "./store.ts"
import { newTable, type TableShape } from "./table-shape.ts"

interface KeptTable {
  shape: TableShape
  rows: StoredRow[]
}

/** Tables in memory, for previews and tests. */
export class MemoryTables {
  private readonly tables = new Map<string, KeptTable>()
  private nextNumber = 1

  /** Tables that scripts declare are there from the beginning. */
  constructor(shapes: readonly TableShape[] = []) {
    for (const shape of shapes) this.tables.set(shape.name, { shape, rows: [] })
  }

  /** Does the work of a command over these tables; what is refused leaves them as they were. Errors: TableProblem. */
  run<T>(work: TableWork<T>, env: Env): T {
    const before = new Map(this.tables)
    try {
      let step = work.next()
      while (!step.done) step = work.next(this.answer(step.value, env))
      return step.value
    } catch (error) {
      this.tables.clear()
      for (const [name, table] of before) this.tables.set(name, table)
      throw error
    }
  }

  /** Lists the tables with their rows, for people to look at. */
  list(): { shape: TableShape; rows: MapValue[] }[] {
    return [...this.tables.values()].map(({ shape, rows }) => ({
      shape,
      rows: rows.map(({ cells }) => cells),
    }))
  }

  private answer(call: StoreCall, env: Env): unknown {
    switch (call.call) {
      case "load":
        return this.tables.get(call.table)?.shape ?? null
      case "define":
        return this.define(call.shape)
      case "select":
        return this.select(call.shape, call.filter, call.newestFirst, env)
      case "count":
        return this.select(call.shape, call.filter, false, env).length
      case "find": {
        const keys = new Set(call.keys)
        return this.table(call.shape)
          .rows.filter(({ key }) => keys.has(key))
          .map(copyRow)
      }
      case "put":
        return this.put(call.shape, call.added, call.changed)
      case "remove": {
        const gone = new Set(call.rows.map(({ number }) => number))
        const table = this.table(call.shape)
        table.rows = table.rows.filter(({ number }) => !gone.has(number))
        return null
      }
      default:
        return null
    }
  }

  private table({ name }: TableShape): KeptTable {
    return this.tables.get(name) ?? { shape: newTable(name), rows: [] }
  }

  private define(shape: TableShape) {
    if (!this.tables.has(shape.name) && this.tables.size >= tableLimits.tablesPerBot)
      refuseTable("basic.table_limit", { what: "tables of a bot", limit: tableLimits.tablesPerBot })
    this.tables.set(shape.name, { shape, rows: this.table(shape).rows })
  }

  private select(shape: TableShape, filter: Filter, newestFirst: boolean, env: Env): StoredRow[] {
    const { condition, order, limit, offset } = filter
    let rows = this.table(shape).rows.filter(({ cells }) => meetsInTable(env, condition, cells))
    if (newestFirst) rows.reverse()
    if (order.length > 0) rows = orderRows(rows, order, env)
    const from = offset ?? 0
    return rows.slice(from, limit === null ? undefined : from + limit).map(copyRow)
  }

  private put(
    shape: TableShape,
    added: readonly Omit<StoredRow, "number">[],
    changed: readonly StoredRow[],
  ) {
    const table = this.table(shape)
    const total = [...this.tables.values()].reduce(
      (sum, { rows }) => sum + rows.length,
      added.length,
    )
    if (total > tableLimits.rowsPerBot)
      refuseTable("basic.table_limit", { what: "rows of a bot", limit: tableLimits.rowsPerBot })
    const replaced = new Map(changed.map((row) => [row.number, row]))
    table.shape = shape
    table.rows = table.rows.map((row) => copyRow(replaced.get(row.number) ?? row))
    for (const row of added) table.rows.push(copyRow({ ...row, number: this.nextNumber++ }))
  }
}

/** What a script gets it may change: rows are handed over as copies. */
const copyRow = (row: StoredRow): StoredRow => ({
  ...row,
  cells: plainValue(row.cells) as MapValue,
})
