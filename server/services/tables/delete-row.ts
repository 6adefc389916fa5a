import { findRows, loadTable, type TableWork } from "#basic/rows/store.ts"
import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { runForPeople } from "./run-for-people.ts"
import { DeleteRowInput } from "./schema.ts"

/** Deletes a row for good. Throws: AppError "bot.not_found", "table.row_not_found". */
export const deleteRow = defineVerb({
  name: "tables.deleteRow",
  permission: "tables.update",
  input: DeleteRowInput,
  audit: "table.row_deleted",
  run: async (context: ServiceContext, { botId, table, key }): Promise<void> => {
    const { orgId, container } = context
    await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const place = { orgId, botId, now: container.clock.now() }
      if (!(await runForPeople(tx, place, () => remove(table, key))))
        throw new AppError("table.row_not_found", { table, row: key })
      await recordAudit(tx, context, "table.row_deleted", { kind: "bot", id: botId }, { table })
    })
  },
})

function* remove(table: string, key: string): TableWork<boolean> {
  const shape = yield* loadTable(table, true)
  const rows = shape === null ? [] : yield* findRows(shape, [key])
  if (shape === null || rows.length === 0) return false
  yield { call: "remove", shape, rows }
  yield {
    call: "announce",
    table: shape.name,
    change: "deleted",
    rows: rows.map(({ cells }) => cells),
  }
  return true
}
