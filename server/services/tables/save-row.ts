import { fromJson } from "#basic"
import { changeTargets } from "#basic/rows/change-rows.ts"
import { saveRows } from "#basic/rows/save-rows.ts"
import { findRows, loadTable, type TableContext, type TableWork } from "#basic/rows/store.ts"
import type { Value } from "#basic/vm/value.ts"
import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { runForPeople } from "./run-for-people.ts"
import { SaveRowInput } from "./schema.ts"

/**
 * Changes a row, or adds one; programs that listen to the table are told as if a script had done it.
 *
 * Throws: AppError "bot.not_found", "table.not_found", "table.row_not_found", "table.row_refused".
 */
export const saveRow = defineVerb({
  name: "tables.saveRow",
  permission: "tables.update",
  input: SaveRowInput,
  audit: "table.row_saved",
  run: async (
    context: ServiceContext,
    { botId, table, key, cells },
  ): Promise<{ readonly isNew: boolean }> => {
    const { orgId, container } = context
    const given = new Map(Object.entries(cells).map(([name, value]) => [name, fromJson(value)]))
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const place = { orgId, botId, now: container.clock.now() }
      const outcome = await runForPeople(tx, place, (tables) => store(table, key, given, tables))
      if (outcome === "no table") throw new AppError("table.not_found", { table })
      if (outcome === "no row") throw new AppError("table.row_not_found", { table, row: key ?? "" })
      await recordAudit(
        tx,
        context,
        "table.row_saved",
        { kind: "bot", id: botId },
        { table, isNew: key === null },
      )
      return { isNew: key === null }
    })
  },
})

type Outcome = "saved" | "no table" | "no row"

function* store(
  table: string,
  key: string | null,
  cells: ReadonlyMap<string, Value>,
  context: TableContext,
): TableWork<Outcome> {
  const shape = yield* loadTable(table, true)
  if (shape === null) return "no table"
  if (key === null) {
    yield* saveRows(table, [cells], { mode: "insert" }, context)
    return "saved"
  }
  const [row] = yield* findRows(shape, [key])
  if (row === undefined) return "no row"
  yield* changeTargets(shape, [row], cells, context)
  return "saved"
}
