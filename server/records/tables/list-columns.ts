import type { Json } from "#basic/vm/value.ts"
import type { RecordWork } from "../place.ts"

/** The names of a table's columns, in order; none for a table there is not yet. Reads: `bot_tables`. */
export function listColumns(table: string): RecordWork {
  return async (tx, { orgId, botId }) => {
    const [row] = await tx.rows<{ columns: Json }>(
      "select columns from bot_tables where org_id = $1 and bot_id = $2 and name = lower($3)",
      [orgId, botId, table.trim()],
    )
    const columns = Array.isArray(row?.columns) ? row.columns : []
    return columns.flatMap((column) => {
      const isObject = typeof column === "object" && column !== null && !Array.isArray(column)
      return isObject && typeof column.name === "string" ? [column.name] : []
    })
  }
}
