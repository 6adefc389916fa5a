import { toText } from "#basic"
import { exportRows } from "#basic/rows/commands/transfer.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { runForPeople } from "./run-for-people.ts"
import { ExportTableInput } from "./schema.ts"

/**
 * The rows that meet a filter as CSV, the first 10,000 of them. A cell that a spreadsheet would calculate
 * gets an apostrophe in front.
 *
 * Throws: AppError "bot.not_found", "table.row_refused" for a filter that cannot be read.
 */
export const exportTable = defineVerb({
  name: "tables.export",
  permission: "tables.read",
  input: ExportTableInput,
  audit: "table.exported",
  run: async (
    context: ServiceContext,
    { botId, table, filter },
  ): Promise<{ readonly csv: string }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const place = { orgId, botId, now: container.clock.now() }
      const operands = filter.trim() === "" ? { table } : { table, filter: filter.trim() }
      const csv = toText(await runForPeople(tx, place, (tables) => exportRows(operands, tables)))
      await recordAudit(tx, context, "table.exported", { kind: "bot", id: botId }, { table })
      return { csv }
    })
  },
})
