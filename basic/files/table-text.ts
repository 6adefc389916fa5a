import { noLimits } from "../format/budget.ts"
import { parseCsv } from "../format/parse-csv.ts"
import { printCsv } from "../format/print-csv.ts"
import { fromJson, toJson } from "../vm/json.ts"
import { type Json, ListValue, MapValue, type Value } from "../vm/value.ts"

/** A row of a table file: its cells by the names of the first line. */
export type TableRow = { [column: string]: Json }
/** A cell of a sheet. */
export type TableCell = string | number | boolean | null

/** Reads the rows of CSV text, by the names in its first line. Cells are text. */
export const readCsvRows = (text: string): TableRow[] => {
  // With a heading every row is an object of cells.
  return toJson(parseCsv(text, true, noLimits)) as TableRow[]
}

/** Writes rows as CSV under their names; a text that a spreadsheet would take for a formula gets an apostrophe. */
export const printCsvRows = (rows: Json): string => printCsv(fromJson(rows), noLimits)

/** Takes the first row of a sheet as the names of the others. Columns without a name are called by their place. */
export const nameCells = (cells: readonly (readonly TableCell[])[]): TableRow[] => {
  const [heading = [], ...body] = cells
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const names = Array.from({ length: width }, (_, index) => {
    const name = String(heading[index] ?? "").trim()
    return name === "" ? `column${index + 1}` : name
  })
  return body.map((row) =>
    Object.fromEntries(names.map((name, index): [string, Json] => [name, row[index] ?? null])),
  )
}

/** Makes a sheet of rows: the names first, then a cell for each; what is no plain value becomes text. */
export const toCells = (rows: Json): TableCell[][] => {
  const list = Array.isArray(rows) ? rows : rows === null ? [] : [rows]
  const names = new Set<string>()
  for (const row of list)
    if (row !== null && typeof row === "object" && !Array.isArray(row))
      for (const name of Object.keys(row)) names.add(name)
  const heading = [...names]
  const body = list.map((row): TableCell[] => {
    if (Array.isArray(row)) return row.map(toCell)
    if (row === null || typeof row !== "object") return [toCell(row)]
    return heading.map((name) => toCell(Object.hasOwn(row, name) ? (row[name] ?? null) : null))
  })
  return heading.length > 0 ? [heading, ...body] : body
}

const toCell = (value: Json): TableCell =>
  value !== null && typeof value === "object" ? JSON.stringify(value) : value

/** Tells whether a value is rows: a list of objects, or one object. */
export const isRows = (value: Value): boolean =>
  value instanceof MapValue ||
  (value instanceof ListValue &&
    value.items.some((item) => item instanceof MapValue || item instanceof ListValue))
