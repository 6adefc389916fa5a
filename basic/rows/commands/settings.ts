import { toText } from "../../vm/json.ts"
import type { Value } from "../../vm/value.ts"
import { tableLimits } from "../limits.ts"
import { refuseTable } from "../problem.ts"
import type { TableContext, TableWork } from "../store.ts"
import { givenCount, givenText, type RowOperands } from "./operands.ts"

/** Where the conversation keeps what these commands set. */
export const maxRowsKey = "max-lines"
export const pageModeKey = "page-mode"
export const reportKey = "report"

/** SET MAX LINES n: the most rows that FIND gives when it does not say; 0 sets it back. */
// biome-ignore lint/correctness/useYield: a command of the same shape as the others, that asks nothing of a store.
export function* setMaxLines(operands: RowOperands, context: TableContext): TableWork {
  const count = givenCount(operands, "count", context) ?? 0
  context.session.write(maxRowsKey, count === 0 ? null : Math.min(count, tableLimits.resultRows))
  return null
}

/** SET PAGE MODE "auto" or "none": kept for commands that read pages. */
// biome-ignore lint/correctness/useYield: as above.
export function* setPageMode(operands: RowOperands, context: TableContext): TableWork {
  context.session.write(pageModeKey, givenText(operands, "mode").toLowerCase())
  return null
}

/** REPORT: what SYNCHRONIZE did since RESET REPORT, as a text. */
// biome-ignore lint/correctness/useYield: as above.
export function* report(_operands: RowOperands, context: TableContext): TableWork {
  const kept = context.session.read(reportKey)
  return typeof kept === "string" ? kept : ""
}

// biome-ignore lint/correctness/useYield: as above.
export function* resetReport(_operands: RowOperands, context: TableContext): TableWork {
  context.session.write(reportKey, null)
  return null
}

/**
 * BEGIN TRANSACTION and COMMIT say to a reader which lines belong together, and that is all they can say. A script
 * may wait between them for days, and no database is held open for that: each command is stored with its
 * journal row in the moment it runs. ROLLBACK refuses for the same reason.
 */
// biome-ignore lint/correctness/useYield: as above.
export function* markOnly(_operands: RowOperands, _context: TableContext): TableWork {
  return null
}

// biome-ignore lint/correctness/useYield: as above.
export function* rollback(_operands: RowOperands, _context: TableContext): TableWork {
  return refuseTable("basic.no_rollback")
}

export const readMaxRows = (kept: unknown): number => {
  const count = typeof kept === "number" ? kept : 0
  return count >= 1 ? Math.min(Math.trunc(count), tableLimits.resultRows) : tableLimits.defaultRows
}

/** A line of the report. */
export const reportLine = (table: Value, merged: string): string => `${toText(table)}: ${merged}`
