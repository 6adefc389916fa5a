import { ListValue, RowsValue, type Value } from "../../vm/value.ts"
import type { TableContext, TableWork } from "../store.ts"
import { aggregate } from "./aggregate.ts"
import { deleteFrom, setRows, update } from "./change.ts"
import { chart } from "./chart.ts"
import { createTable } from "./create.ts"
import { detect, groupBy, joinRows, pivot } from "./datasets.ts"
import { find, getLast, product } from "./find.ts"
import { merge, mergeInto } from "./merge.ts"
import { queryMetrics, recordMetric } from "./metrics.ts"
import type { RowOperands } from "./operands.ts"
import { markSingle, query, select } from "./query.ts"
import { insert, save, saveUnstructured } from "./save.ts"
import { search, searchProducts } from "./search.ts"
import { markOnly, report, resetReport, rollback, setMaxLines, setPageMode } from "./settings.ts"
import { exportRows, importRows } from "./transfer.ts"

type TableCommand = (operands: RowOperands, context: TableContext) => TableWork

/** What each command about rows does, for the preview and the server alike. */
const tableCommands: Readonly<Record<string, TableCommand>> = {
  FIND: find,
  "GET LAST": getLast,
  PRODUCT: product,
  SAVE: save,
  INSERT: insert,
  "INSERT INTO": insert,
  "SAVE FROM UNSTRUCTURED": saveUnstructured,
  UPDATE: update,
  DELETE: deleteFrom,
  "DELETE FROM": deleteFrom,
  "SET ROWS": setRows,
  MERGE: merge,
  "MERGE INTO": mergeInto,
  AGGREGATE: aggregate,
  "GROUP BY": groupBy,
  PIVOT: pivot,
  JOIN: joinRows,
  DETECT: detect,
  QUERY: query,
  SELECT: select,
  SEARCH: search,
  "SEARCH PRODUCTS": searchProducts,
  "CREATE TABLE": createTable,
  IMPORT: importRows,
  EXPORT: exportRows,
  "RECORD METRIC": recordMetric,
  "QUERY METRICS": queryMetrics,
  CHART: chart,
  "SET MAX LINES": setMaxLines,
  "SET PAGE MODE": setPageMode,
  REPORT: report,
  "RESET REPORT": resetReport,
  "BEGIN TRANSACTION": markOnly,
  COMMIT: markOnly,
  ROLLBACK: rollback,
}

export const isTableCommand = (keyword: string): boolean => Object.hasOwn(tableCommands, keyword)

/** Begins the work of a command. It yields calls to a store and comes to the command's value. */
export function beginTableCommand(
  keyword: string,
  operands: RowOperands,
  context: TableContext,
): TableWork {
  const command = tableCommands[keyword]
  if (command === undefined) throw new Error(`${keyword} is no command about rows.`)
  return command(operands, context)
}

const givingRows: ReadonlySet<string> = new Set([
  "FIND",
  "GET LAST",
  "PRODUCT",
  "QUERY",
  "SELECT",
  "SEARCH",
  "SEARCH PRODUCTS",
  "QUERY METRICS",
])

/** Gives a command's value its kind again after it was stored as JSON: rows stay rows. */
export function asTableResult(keyword: string, value: Value): Value {
  if (!givingRows.has(keyword) || !(value instanceof ListValue)) return value
  const rows = value instanceof RowsValue ? value : new RowsValue(value.items)
  return keyword === "QUERY" || keyword === "SELECT" ? markSingle(rows) : rows
}
