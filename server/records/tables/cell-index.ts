import { parseNumber } from "#basic"
import type { FilterNode } from "#basic/filters/nodes.ts"
import type { Value } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storableText } from "../storable.ts"

/** Cells of a column one of which every row that is looked for has. */
export interface CellLookup {
  readonly column: string
  /** The cells as JSON: what they are found by is worked out in the database, as for those that are stored. */
  readonly cells: readonly string[]
}

const mostCells = 5_000

/**
 * Finds the columns a condition compares with values for equality, so that an index can say which rows to
 * look at. What is found there is looked at all the same: a lookup lets more through than the condition.
 */
export function findLookups(node: FilterNode | null): CellLookup[] {
  if (node === null) return []
  if (node.kind === "and") return node.parts.flatMap(findLookups)
  if (node.kind === "compare" && node.operator === "=") {
    const { left, right } = node
    if (right.kind === "value") return lookupOf(left, [right.value])
    return left.kind === "value" ? lookupOf(right, [left.value]) : []
  }
  if (node.kind !== "in" || node.choices.length === 0) return []
  const values = node.choices.map((choice) => (choice.kind === "value" ? choice.value : null))
  return lookupOf(node.left, values)
}

function lookupOf(node: FilterNode, values: readonly Value[]): CellLookup[] {
  if (node.kind !== "column" || /[.[?]/.test(node.name) || values.length > mostCells) return []
  const cells = values.map(cellsOf)
  const isFound = cells.every((each) => each !== null)
  return isFound ? [{ column: storableText(node.name), cells: cells.flat() }] : []
}

/** The cells that equal a value; null for what the index does not hold, or holds otherwise. */
function cellsOf(value: Value): string[] | null {
  if (typeof value === "number") return Number.isFinite(value) ? [JSON.stringify(value)] : null
  if (typeof value !== "string" || value === "" || /^(?:true|false)$/i.test(value)) return null
  const number = parseNumber(value)
  const text = JSON.stringify(storableText(value))
  return number === null || !Number.isFinite(number) ? [text] : [text, JSON.stringify(number)]
}

interface CellPlace {
  readonly orgId: string
  readonly tableId: string
}

/** The numbers of the next rows a lookup finds, in order. */
export async function findNumbers(
  tx: OrgTx,
  { orgId, tableId }: CellPlace,
  { column, cells }: CellLookup,
  page: { readonly after: number | null; readonly size: number; readonly newestFirst: boolean },
): Promise<number[]> {
  const [direction, beyond] = page.newestFirst ? ["desc", "<"] : ["asc", ">"]
  const rest = page.after === null ? "" : `and c.number ${beyond} $6::bigint`
  const rows = await tx.rows<{ number: number }>(
    `select f.number from (
       select distinct cell_key(v::jsonb) as value from unnest($4::text[]) as v
     ) k cross join lateral (
       select c.number from bot_cells c
       where c.org_id = $1 and c.table_id = $2 and c.column_name = $3 and c.value = k.value ${rest}
       order by c.number ${direction} limit $5::int
     ) f order by f.number ${direction} limit $5::int`,
    [
      ...[orgId, tableId, column, [...cells], page.size],
      ...(page.after === null ? [] : [page.after]),
    ],
  )
  return rows.map(({ number }) => Number(number))
}

/**
 * Has the cells of these columns collected: from now on with every change, those that are there by and by.
 * Does nothing where somebody else works on the table: the next one who looks asks again.
 */
export async function wantIndex(
  tx: OrgTx,
  { orgId, tableId }: CellPlace,
  columns: readonly string[],
): Promise<void> {
  await tx.rows(
    `update bot_tables t set building = t.building || w.names, built_to = 0, due = clock_timestamp()
     from (
       select o.org_id, o.id, (select array_agg(n.name) from (
           select name from unnest($3::text[]) as name where not name = any(o.indexed || o.building)
           limit greatest(0, $4::int - cardinality(o.indexed || o.building))) n) as names
       from bot_tables o where o.org_id = $1 and o.id = $2 for update skip locked
     ) w
     where t.org_id = w.org_id and t.id = w.id and w.names is not null`,
    [orgId, tableId, columns.map(storableText), limits.indexedColumnsPerTable],
  )
}

/** Collects the cells of the next rows of a table that is due; when all are there, its index is used. */
export async function buildIndex(tx: OrgTx, orgId: OrgId, tableId: string): Promise<void> {
  const [table] = await tx.rows<{ builtTo: number }>(
    `select built_to as "builtTo" from bot_tables
     where org_id = $1 and id = $2 and due <= clock_timestamp() for update skip locked`,
    [orgId, tableId],
  )
  if (table === undefined) return
  const [step] = await tx.rows<{ count: number; last: number | null }>(
    `with next as (
       select number, cells from bot_rows
       where org_id = $1 and table_id = $2 and number > $3::bigint order by number limit $4::int
     ), made as (
       insert into bot_cells (org_id, table_id, column_name, value, number)
       select $1, $2, c.name, cell_key(next.cells -> c.name), next.number
       from bot_tables t cross join lateral unnest(t.building) as c(name) cross join next
       where t.org_id = $1 and t.id = $2 and cell_key(next.cells -> c.name) is not null
       on conflict do nothing
     )
     select count(*)::int as count, max(number)::float8 as last from next`,
    [orgId, tableId, Number(table.builtTo), limits.indexedRowsPerStep],
  )
  const isWhole = (step?.count ?? 0) < limits.indexedRowsPerStep
  await tx.rows(
    isWhole
      ? `update bot_tables set indexed = indexed || building, building = '{}', built_to = 0, due = null
         where org_id = $1 and id = $2 and $3::float8 is not null`
      : `update bot_tables set built_to = $3::float8::bigint, due = clock_timestamp() where org_id = $1 and id = $2`,
    [orgId, tableId, step?.last ?? 0],
  )
}
