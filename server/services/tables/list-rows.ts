import { toJson } from "#basic"
import type { Filter } from "#basic/filters/nodes.ts"
import { readTableFilter } from "#basic/filters/read-filter.ts"
import { resolveFilter } from "#basic/rows/resolve-filter.ts"
import {
  countRows,
  loadTable,
  selectRows,
  type TableContext,
  type TableWork,
} from "#basic/rows/store.ts"
import type { ColumnType, TableShape } from "#basic/rows/table-shape.ts"
import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { runForPeople } from "./run-for-people.ts"
import { ListRowsInput } from "./schema.ts"

/** A page of a table. */
export interface TablePage {
  readonly columns: readonly TablePageColumn[]
  readonly keys: readonly string[]
  readonly rows: readonly TablePageRow[]
  /** Rows that meet the filter. */
  readonly total: number
}
export interface TablePageColumn {
  readonly name: string
  readonly type: ColumnType
  readonly isRequired: boolean
}
export interface TablePageRow {
  readonly key: string
  /** In the order of the columns; null where the row has nothing. */
  readonly cells: readonly Json[]
}

interface Wanted {
  readonly table: string
  readonly filter: string
  readonly order: string
  readonly isDescending: boolean
  readonly offset: number
}

/**
 * A page of the rows that meet a filter, written as in FIND.
 *
 * Throws: AppError "bot.not_found", "table.not_found", "table.row_refused" for a filter that cannot be read.
 */
export const listRows = defineVerb({
  name: "tables.rows",
  permission: "tables.read",
  input: ListRowsInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId, ...wanted }): Promise<TablePage> =>
    await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const place = { orgId, botId, now: container.clock.now() }
      const page = await runForPeople(tx, place, (context) => readPage(wanted, context))
      if (page === null) throw new AppError("table.not_found", { table: wanted.table })
      return page
    }),
})

function* readPage(wanted: Wanted, context: TableContext): TableWork<TablePage | null> {
  const shape = yield* loadTable(wanted.table)
  if (shape === null) return null
  const filter = resolveFilter(shape, readWanted(wanted, context), { roles: null, isStrict: true })
  const rows = yield* selectRows(shape, filter)
  return {
    columns: shape.columns.map(({ name, type, isRequired }) => ({ name, type, isRequired })),
    keys: shape.keys,
    rows: rows.map(({ key, cells }) => ({ key, cells: cellsOf(shape, cells.entries) })),
    total: yield* countRows(shape, { ...filter, order: [], limit: null, offset: null }),
  }
}

function readWanted(
  { filter, order, isDescending, offset }: Wanted,
  { env }: TableContext,
): Filter {
  const read = readTableFilter("The filter", filter.trim(), env)
  return {
    ...read,
    order: order === "" ? read.order : [{ column: order, isDescending }],
    limit: limits.tablePageRows,
    offset,
  }
}

type Cells = Parameters<typeof toJson>[0]

const cellsOf = ({ columns }: TableShape, entries: ReadonlyMap<string, Cells>): Json[] =>
  columns.map(({ name }) => toJson(entries.get(name) ?? null))
