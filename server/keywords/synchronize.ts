import { synchronize } from "#basic/keywords/synchronize.ts"
import { mergeRows } from "#basic/rows/commands/merge.ts"
import { reportKey, reportLine } from "#basic/rows/commands/settings.ts"
import { pageUrl, rowsOfPage } from "#basic/rows/pages.ts"
import { MapValue, type Value } from "#basic/vm/value.ts"
import { handlerFor } from "./handler.ts"
import { sendRequest } from "./http/send.ts"
import type { Step } from "./step.ts"
import { runTableWork } from "./tables/run-table-work.ts"

const pageSize = 100
const mostPages = 50

/** Reads page after page and merges each on its own; what came before a failure stays. */
export const synchronizeHandler = handlerFor(synchronize, async (args, step) => {
  const { endpoint = "", table = null, key = "id", page = "page", limit = "limit" } = args
  const sums = new Map<string, number>()
  for (let number = 1; number <= mostPages; number++) {
    const url = pageUrl(endpoint, { page, limit, number, size: pageSize })
    const rows = rowsOfPage(await sendRequest({ method: "GET", url, unknown: "same key" }, step))
    if (rows.length === 0) break
    addUp(sums, await mergePage(table, rows, key, step))
    if (rows.length < pageSize) break
  }
  const line = reportLine(table, [...sums].map(([name, count]) => `${count} ${name}`).join(", "))
  const before = step.readSession(reportKey)
  step.writeSession(reportKey, `${typeof before === "string" ? `${before}\n` : ""}${line}`)
  return new MapValue(new Map<string, Value>(sums))
})

const mergePage = (
  table: Value,
  rows: readonly MapValue[],
  key: string,
  step: Step,
): Promise<Value> =>
  runTableWork(
    "SYNCHRONIZE",
    (context) =>
      mergeRows(
        table,
        rows.map(({ entries }) => entries),
        [key],
        context,
      ),
    step,
  )

function addUp(sums: Map<string, number>, merged: Value) {
  if (!(merged instanceof MapValue)) return
  for (const [name, count] of merged.entries)
    if (typeof count === "number") sums.set(name, (sums.get(name) ?? 0) + count)
}
