import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { announce } from "./announce.ts"

/** A row of a bot's table that was changed. */
export interface RowChange {
  readonly table: string
  readonly change: "inserted" | "updated" | "deleted"
  /** The row as it is now, or as it was before it was deleted: an object. */
  readonly row: Json
  /** The row as it was before an update. */
  readonly before?: Json
}

/**
 * Tells ON INSERT, ON UPDATE and ON DELETE OF a table, inside the transaction that changes the row: the
 * body runs once for each change that is kept, and never for one that is undone. It finds the row in
 * `row`, its columns as variables of their own, `table`, `change` and, for an update, `before`.
 *
 * Costs one look into an index where nobody listens. Throws: AppError "event.too_deep", "event.backlog_full".
 */
export async function announceChange(
  tx: OrgTx,
  place: RecordPlace,
  { table, change, row, before }: RowChange,
): Promise<void> {
  const inputs = {
    ...columnsOf(row),
    row,
    table,
    change,
    ...(before !== undefined && { before }),
  }
  await announce(tx, place, { kind: `row.${change}`, subject: table, inputs })
}

function columnsOf(row: Json): Readonly<Record<string, Json>> {
  return typeof row === "object" && row !== null && !Array.isArray(row) ? row : {}
}
