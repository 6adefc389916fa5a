import { printCsvRows, toCells } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { listColumns, pickColumns, type ResultRow, readResults } from "./load.ts"
import { ExportResultsInput } from "./schema.ts"

/**
 * What conversations collected as a file, the first 10,000 of them. Texts that a spreadsheet would take for a
 * formula are texts in it.
 *
 * Throws: AppError "bot.not_found".
 */
export const exportResults = defineVerb({
  name: "results.export",
  permission: "recordings.read",
  input: ExportResultsInput,
  audit: "results.exported",
  run: async (
    context: ServiceContext,
    { columns: asked, format, ...wanted },
  ): Promise<{ readonly name: string; readonly base64: string }> => {
    const { orgId, container } = context
    const { bot, columns, rows } = await container.db.withOrg(orgId, async (tx) => {
      const bot = await loadBot(tx, orgId, wanted.botId)
      const columns = pickColumns(await listColumns(tx, orgId, wanted.botId), asked)
      const all = { ...wanted, orgId, columns, limit: limits.resultsPerFile, offset: 0 }
      const rows = await readResults(tx, all)
      const subject = { kind: "bot", id: wanted.botId } as const
      await recordAudit(tx, context, "results.exported", subject, { format, rows: rows.length })
      return { bot, columns, rows }
    })
    const table = rows.map((row) => toTableRow(columns, row))
    const bytes =
      format === "csv"
        ? Buffer.from(`\uFEFF${printCsvRows(table)}`, "utf8")
        : Buffer.from(await container.documentWork.run("write-workbook", { rows: toCells(table) }))
    return { name: `${bot.slug}-results.${format}`, base64: bytes.toString("base64") }
  },
})

/** A name of ours that a variable has too belongs to the variable. */
function toTableRow(columns: readonly string[], row: ResultRow): { [name: string]: Json } {
  const { conversationId, startedAt, channel, state } = row
  return {
    conversation: conversationId,
    started: startedAt,
    channel,
    state,
    ...Object.fromEntries(columns.map((name, index) => [name, row.cells[index] ?? null])),
  }
}
