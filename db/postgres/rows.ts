import type { ValuesRowList } from "postgres"
import type { Cell, Result } from "../wire/decode.ts"

/** With every parser switched off, each cell is text or null. */
export type Rows = Record<string, Cell>[]

/** Gives a result of postgres.js our own shape. */
export function readRows(list: ValuesRowList<Rows>): Result {
  const columns = list.columns?.map(({ name, type }) => ({ name, type })) ?? []
  return { columns, rows: [...list], affected: list.count ?? 0, tag: list.command ?? "" }
}
