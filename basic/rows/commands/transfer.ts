import { everyRow } from "../../filters/nodes.ts"
import { readTableFilter } from "../../filters/read-filter.ts"
import { parseCsv } from "../../format/parse-csv.ts"
import { printCsv } from "../../format/print-csv.ts"
import { MapValue } from "../../vm/value.ts"
import { tableLimits } from "../limits.ts"
import { readRows } from "../read-table.ts"
import type { TableContext, TableWork } from "../store.ts"
import { mergeRows } from "./merge.ts"
import { givenText, givenValue, needRows, type RowOperands } from "./operands.ts"

/** IMPORT rows INTO table [BY key]: rows as CSV text with a heading, as JSON or as a list. Gives what became of them. */
export function* importRows(operands: RowOperands, context: TableContext): TableWork {
  const given = givenValue(operands, "rows")
  const rows =
    typeof given === "string" && !/^\s*[[{]/.test(given)
      ? parseCsv(given, true, context.env).items
      : needRows("IMPORT", given, context)
  const maps = rows.flatMap((row) => (row instanceof MapValue ? [row.entries] : []))
  const key = givenText(operands, "key").trim()
  return yield* mergeRows(givenValue(operands, "table"), maps, key === "" ? [] : [key], context)
}

/** EXPORT table [WHERE ...]: its rows as CSV text. Cells that a spreadsheet would calculate are made plain text. */
export function* exportRows(operands: RowOperands, context: TableContext): TableWork {
  const written = givenValue(operands, "where") ?? givenValue(operands, "filter")
  const filter = written === null ? everyRow : readTableFilter("EXPORT", written, context.env)
  const limit = filter.limit ?? tableLimits.resultRows
  const rows = yield* readRows(givenValue(operands, "table"), { ...filter, limit }, context)
  return printCsv(rows, context.env)
}
