import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ListTablesInput } from "./schema.ts"

/** A table of a bot, as the list shows it. */
export interface TableSummary {
  readonly name: string
  /** A TABLE block of the published scripts says what its columns are. */
  readonly isDeclared: boolean
  readonly rowCount: number
  readonly columnCount: number
  /** ISO 8601, UTC. */
  readonly updatedAt: string
}

/** Every table of the bot, by name. Throws: AppError "bot.not_found". */
export const listTables = defineVerb({
  name: "tables.list",
  permission: "tables.read",
  input: ListTablesInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<TableSummary[]> =>
    await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const rows = await tx.rows<Omit<TableSummary, "updatedAt"> & { updatedAt: Date }>(
        `select name, is_declared as "isDeclared", row_count as "rowCount",
           jsonb_array_length(columns) as "columnCount", updated_at as "updatedAt"
         from bot_tables where org_id = $1 and bot_id = $2 order by name`,
        [orgId, botId],
      )
      return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }))
    }),
})
