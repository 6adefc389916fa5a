/** Tables and lists of rows: the commands of this family, in the order of the manual. */
import { aggregate } from "../aggregate.ts"
import { beginTransaction } from "../begin-transaction.ts"
import { chart } from "../chart.ts"
import { commit } from "../commit.ts"
import { createTable } from "../create-table.ts"
import { deleteFrom } from "../delete-from.ts"
import { detect } from "../detect.ts"
import { exportRows } from "../export.ts"
import { fill } from "../fill.ts"
import { find } from "../find.ts"
import { getLast } from "../get-last.ts"
import { groupBy } from "../group-by.ts"
import { importRows } from "../import.ts"
import { insert } from "../insert.ts"
import { insertInto } from "../insert-into.ts"
import { joinRows } from "../join-rows.ts"
import { merge } from "../merge.ts"
import { mergeInto } from "../merge-into.ts"
import { pivot } from "../pivot.ts"
import { product } from "../product.ts"
import { query } from "../query.ts"
import { queryMetrics } from "../query-metrics.ts"
import { recordMetric } from "../record-metric.ts"
import { report } from "../report.ts"
import { resetReport } from "../reset-report.ts"
import { rollback } from "../rollback.ts"
import { save } from "../save.ts"
import { saveFromUnstructured } from "../save-from-unstructured.ts"
import { search } from "../search.ts"
import { searchProducts } from "../search-products.ts"
import { select } from "../select.ts"
import { setMaxLines } from "../set-max-lines.ts"
import { setPageMode } from "../set-page-mode.ts"
import { setRows } from "../set-rows.ts"
import { synchronize } from "../synchronize.ts"
import { update } from "../update.ts"

export const tableCommands = [
  find,
  getLast,
  save,
  insert,
  insertInto,
  update,
  deleteFrom,
  setRows,
  merge,
  mergeInto,
  saveFromUnstructured,
  aggregate,
  groupBy,
  pivot,
  joinRows,
  fill,
  query,
  select,
  search,
  searchProducts,
  product,
  createTable,
  importRows,
  exportRows,
  beginTransaction,
  commit,
  rollback,
  setMaxLines,
  setPageMode,
  report,
  resetReport,
  recordMetric,
  queryMetrics,
  detect,
  chart,
  synchronize,
] as const
