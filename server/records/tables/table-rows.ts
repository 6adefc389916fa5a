import { fromJson, parseNumber, printNumber } from "#basic"
import { meetsInTable } from "#basic/filters/evaluate.ts"
import type { Filter, FilterNode } from "#basic/filters/nodes.ts"
import { tableLimits } from "#basic/rows/limits.ts"
import { orderRows } from "#basic/rows/order-rows.ts"
import { refuseTable } from "#basic/rows/problem.ts"
import type { StoredRow } from "#basic/rows/row.ts"
import type { TableShape } from "#basic/rows/table-shape.ts"
import type { Env } from "#basic/vm/env.ts"
import type { Json } from "#basic/vm/value.ts"
import { MapValue } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storableText } from "../storable.ts"
import { type CellLookup, findLookups, findNumbers, wantIndex } from "./cell-index.ts"
import { Params, whereSql } from "./where-sql.ts"

/** Where the rows of one table are. */
export interface RowPlace {
  readonly orgId: string
  readonly tableId: string
  /** Some key is a number that is not written as numbers print. */
  readonly hasOddKeys: boolean
  /** Columns whose cells are found by an index. */
  readonly indexed: readonly string[]
  readonly rowCount: number
}

export interface RowColumns {
  readonly number: number
  readonly key: string
  readonly cells: { readonly [name: string]: Json }
}

/** Rows are read in pages where a part of the condition is worked out here. */
const pageRows = 1_000

/** Puts cells back into the order of the columns, which jsonb does not keep. */
export function readRow(shape: TableShape, { number, key, cells }: RowColumns): StoredRow {
  const entries = new Map()
  for (const { name } of shape.columns) {
    const stored = storableText(name)
    if (Object.hasOwn(cells, stored)) entries.set(name, fromJson(cells[stored] ?? null))
  }
  return { number: Number(number), key, cells: new MapValue(entries) }
}

/** Gives the rows with these keys. */
export async function findRowsByKey(
  tx: OrgTx,
  place: RowPlace,
  shape: TableShape,
  keys: readonly string[],
): Promise<StoredRow[]> {
  const rows = await tx.rows<RowColumns>(
    "select number, key, cells from bot_rows where org_id = $1 and table_id = $2 and key = any($3::text[]) order by number",
    [place.orgId, place.tableId, keys.map(storableText)],
  )
  return rows.map((row) => readRow(shape, row))
}

/** Gives the rows that meet a resolved filter, in its order. */
export async function selectRows(
  tx: OrgTx,
  place: RowPlace,
  {
    shape,
    filter,
    newestFirst,
    env,
  }: { shape: TableShape; filter: Filter; newestFirst: boolean; env: Env },
): Promise<StoredRow[]> {
  const { condition, order, limit, offset } = filter
  const from = offset ?? 0
  const reader = new RowReader(tx, place, shape, condition, newestFirst, env)
  if (!reader.isByKey) await askForIndex(tx, place, condition)
  if (order.length === 0) {
    const rows = await reader.read(limit === null ? null : from + limit)
    return rows.slice(from, limit === null ? undefined : from + limit)
  }
  const rows = await reader.read(null)
  return orderRows(rows, order, env).slice(from, limit === null ? undefined : from + limit)
}

/** Counts them, without reading them where the database can. */
export async function countRows(
  tx: OrgTx,
  place: RowPlace,
  shape: TableShape,
  filter: Filter,
  env: Env,
): Promise<number> {
  const params = new Params([place.orgId, place.tableId])
  const where = whereSql(filter.condition, params)
  await askForIndex(tx, place, filter.condition)
  if (!where.isExact)
    return (await new RowReader(tx, place, shape, filter.condition, false, env).read(null)).length
  const [row] = await tx.rows<{ count: number }>(
    `select count(*)::int as count from bot_rows
     where org_id = $1 and table_id = $2${amongSql(place, filter.condition, params)} and ${where.sql}`,
    params.values,
  )
  return row?.count ?? 0
}

/** A large table that is searched by a column gets an index of it, for the next time. */
async function askForIndex(tx: OrgTx, place: RowPlace, condition: FilterNode | null) {
  if (place.rowCount < limits.indexFromRows) return
  const [lookup] = findLookups(condition)
  const isThere = findLookups(condition).some(({ column }) => place.indexed.includes(column))
  if (lookup !== undefined && !isThere) await wantIndex(tx, place, [lookup.column])
}

/** Narrows a count to what the index finds. */
function amongSql(place: RowPlace, condition: FilterNode | null, params: Params): string {
  const lookup = findLookups(condition).find(({ column }) => place.indexed.includes(column))
  if (lookup === undefined) return ""
  const [column, cells] = [params.add(lookup.column), params.add([...lookup.cells])]
  return ` and number = any(array(select c.number from bot_cells c
    where c.org_id = $1 and c.table_id = $2 and c.column_name = ${column}::text
      and c.value = any(array(select cell_key(v::jsonb) from unnest(${cells}::text[]) as v))))`
}

/** As many as are wanted, then more at a time: those that are found need not meet the rest of the condition. */
const nextSize = (before: number, wanted: number | null): number =>
  Math.min(pageRows, before > 0 ? before * 4 : Math.max(50, wanted ?? pageRows))

interface Page {
  readonly rows: readonly RowColumns[]
  /** The rows meet the whole condition. */
  readonly isExact: boolean
  /** After which row the next page begins; null behind the last one. */
  readonly last: number | null
}

/** Reads rows page by page until there are enough. */
class RowReader {
  private readonly tx: OrgTx
  private readonly place: RowPlace
  private readonly shape: TableShape
  private readonly condition: FilterNode | null
  private readonly newestFirst: boolean
  private readonly env: Env
  private readonly lookup: CellLookup | null
  readonly isByKey: boolean

  constructor(
    tx: OrgTx,
    place: RowPlace,
    shape: TableShape,
    condition: FilterNode | null,
    newestFirst: boolean,
    env: Env,
  ) {
    this.tx = tx
    this.place = place
    this.shape = shape
    this.condition = condition
    this.newestFirst = newestFirst
    this.env = env
    this.isByKey = this.findKeyValue(condition) !== null
    const lookups = this.isByKey ? [] : findLookups(condition)
    this.lookup = lookups.find(({ column }) => place.indexed.includes(column)) ?? null
  }

  async read(most: number | null): Promise<StoredRow[]> {
    const found: StoredRow[] = []
    let after: number | null = null
    let scanned = 0
    let size = 0
    while (most === null || found.length < most) {
      const wanted = most === null ? null : most - found.length
      size = nextSize(size, wanted)
      const { rows, isExact, last }: Page = this.lookup
        ? await this.indexedPage(this.lookup, after, size)
        : await this.page(after, wanted)
      scanned += rows.length
      if (scanned > tableLimits.rowsPerBot)
        refuseTable("basic.table_limit", { what: "rows to look at", limit: tableLimits.rowsPerBot })
      for (const columns of rows) {
        const row = readRow(this.shape, columns)
        if (isExact || meetsInTable(this.env, this.condition, row.cells)) found.push(row)
        if (most !== null && found.length >= most) break
      }
      if (last === null) break
      after = last
    }
    return found
  }

  private async page(after: number | null, wanted: number | null): Promise<Page> {
    const params = new Params([this.place.orgId, this.place.tableId])
    const where = whereSql(this.condition, params)
    const key = this.keySql(params)
    const [direction, beyond] = this.newestFirst ? ["desc", "<"] : ["asc", ">"]
    const rest = after === null ? "" : ` and number ${beyond} ${params.add(after)}::bigint`
    const size = where.isExact ? Math.min(wanted ?? pageRows, pageRows) : pageRows
    const rows = await this.tx.rows<RowColumns>(
      `select number, key, cells from bot_rows
       where org_id = $1 and table_id = $2${key}${rest} and ${where.sql}
       order by number ${direction} limit ${params.add(size)}::int`,
      params.values,
    )
    const last = rows.length < size ? null : (rows.at(-1)?.number ?? null)
    return { rows, isExact: where.isExact, last }
  }

  /** The rows that the index finds, and of these those that meet the condition. */
  private async indexedPage(lookup: CellLookup, after: number | null, size: number): Promise<Page> {
    const { newestFirst, place } = this
    const numbers = await findNumbers(this.tx, place, lookup, { after, size, newestFirst })
    const params = new Params([place.orgId, place.tableId])
    const where = whereSql(this.condition, params)
    const rows =
      numbers.length === 0
        ? []
        : await this.tx.rows<RowColumns>(
            `select number, key, cells from bot_rows
             where org_id = $1 and table_id = $2
               and number = any(${params.add(numbers.map(String))}::text[]::bigint[]) and ${where.sql}
             order by number ${newestFirst ? "desc" : "asc"}`,
            params.values,
          )
    const last = numbers.length < size ? null : (numbers.at(-1) ?? null)
    return { rows, isExact: where.isExact, last }
  }

  /** The key column is looked up by its index where its text alone decides. */
  private keySql(params: Params): string {
    const value = this.findKeyValue(this.condition)
    if (value === null) return ""
    const number = typeof value === "number" ? value : parseNumber(value)
    if (/^(?:true|false)$/i.test(String(value))) return ""
    if (number === null) return ` and key = ${params.add(storableText(String(value)))}::text`
    if (this.place.hasOddKeys) return ""
    return ` and key = any(${params.add([String(value), printNumber(number)])}::text[])`
  }

  private findKeyValue(node: FilterNode | null): string | number | null {
    if (node === null) return null
    if (node.kind === "and") {
      for (const part of node.parts) {
        const found = this.findKeyValue(part)
        if (found !== null) return found
      }
      return null
    }
    const isKey =
      node.kind === "compare" &&
      node.operator === "=" &&
      node.left.kind === "column" &&
      this.shape.keys.length === 1 &&
      node.left.name === this.shape.keys[0] &&
      node.right.kind === "value"
    if (!isKey || node.right.kind !== "value") return null
    const { value } = node.right
    return typeof value === "number" || (typeof value === "string" && value !== "") ? value : null
  }
}
