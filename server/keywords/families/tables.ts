import type { tableCommands } from "#basic/keywords/families/tables.ts"
import { aggregateHandler } from "../aggregate.ts"
import { beginTransactionHandler } from "../begin-transaction.ts"
import { chartHandler } from "../chart.ts"
import { commitHandler } from "../commit.ts"
import { createTableHandler } from "../create-table.ts"
import { deleteFromHandler } from "../delete-from.ts"
import { detectHandler } from "../detect.ts"
import { exportRowsHandler } from "../export.ts"
import { fillHandler } from "../fill.ts"
import { findHandler } from "../find.ts"
import { getLastHandler } from "../get-last.ts"
import { groupByHandler } from "../group-by.ts"
import type { HandlersOf } from "../handler.ts"
import { importRowsHandler } from "../import.ts"
import { insertHandler } from "../insert.ts"
import { insertIntoHandler } from "../insert-into.ts"
import { joinRowsHandler } from "../join-rows.ts"
import { mergeHandler } from "../merge.ts"
import { mergeIntoHandler } from "../merge-into.ts"
import { pivotHandler } from "../pivot.ts"
import { productHandler } from "../product.ts"
import { queryHandler } from "../query.ts"
import { queryMetricsHandler } from "../query-metrics.ts"
import { recordMetricHandler } from "../record-metric.ts"
import { reportHandler } from "../report.ts"
import { resetReportHandler } from "../reset-report.ts"
import { rollbackHandler } from "../rollback.ts"
import { saveHandler } from "../save.ts"
import { saveFromUnstructuredHandler } from "../save-from-unstructured.ts"
import { searchHandler } from "../search.ts"
import { searchProductsHandler } from "../search-products.ts"
import { selectHandler } from "../select.ts"
import { setMaxLinesHandler } from "../set-max-lines.ts"
import { setPageModeHandler } from "../set-page-mode.ts"
import { setRowsHandler } from "../set-rows.ts"
import { synchronizeHandler } from "../synchronize.ts"
import { updateHandler } from "../update.ts"

/** What the server does for this family of commands. */
export const tableHandlers = {
  FIND: findHandler,
  "GET LAST": getLastHandler,
  SAVE: saveHandler,
  INSERT: insertHandler,
  "INSERT INTO": insertIntoHandler,
  UPDATE: updateHandler,
  "DELETE FROM": deleteFromHandler,
  "SET ROWS": setRowsHandler,
  MERGE: mergeHandler,
  "MERGE INTO": mergeIntoHandler,
  "SAVE FROM UNSTRUCTURED": saveFromUnstructuredHandler,
  AGGREGATE: aggregateHandler,
  "GROUP BY": groupByHandler,
  PIVOT: pivotHandler,
  JOIN: joinRowsHandler,
  FILL: fillHandler,
  QUERY: queryHandler,
  SELECT: selectHandler,
  SEARCH: searchHandler,
  "SEARCH PRODUCTS": searchProductsHandler,
  PRODUCT: productHandler,
  "CREATE TABLE": createTableHandler,
  IMPORT: importRowsHandler,
  EXPORT: exportRowsHandler,
  "BEGIN TRANSACTION": beginTransactionHandler,
  COMMIT: commitHandler,
  ROLLBACK: rollbackHandler,
  "SET MAX LINES": setMaxLinesHandler,
  "SET PAGE MODE": setPageModeHandler,
  REPORT: reportHandler,
  "RESET REPORT": resetReportHandler,
  "RECORD METRIC": recordMetricHandler,
  "QUERY METRICS": queryMetricsHandler,
  DETECT: detectHandler,
  CHART: chartHandler,
  SYNCHRONIZE: synchronizeHandler,
} satisfies HandlersOf<typeof tableCommands>
