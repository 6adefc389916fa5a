import type { FilterOrder } from "../filters/nodes.ts"
import { sortItems } from "../functions/sort-items.ts"
import type { Env } from "../vm/env.ts"
import { MapValue } from "../vm/value.ts"
import type { StoredRow } from "./row.ts"

/** Sorts rows as SORT does, by the first column, then by the next. */
export function orderRows(
  rows: readonly StoredRow[],
  order: readonly FilterOrder[],
  env: Env,
): StoredRow[] {
  const byCells = new Map(rows.map((row) => [row.cells, row]))
  let sorted = rows.map(({ cells }) => cells)
  for (const { column, isDescending } of order.toReversed())
    sorted = sortItems(sorted, column, isDescending, env).filter((item) => item instanceof MapValue)
  return sorted.flatMap((cells) => byCells.get(cells) ?? [])
}
