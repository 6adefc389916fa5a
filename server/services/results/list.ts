import { limits } from "#catalog/limits.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { countResults, listColumns, pickColumns, type ResultRow, readResults } from "./load.ts"
import { ListResultsInput } from "./schema.ts"

/** A page of what conversations collected. */
export interface ResultPage {
  /** Every variable that can be shown. */
  readonly names: readonly string[]
  /** Those that are. */
  readonly columns: readonly string[]
  readonly rows: readonly ResultRow[]
  /** Results that meet the filter. */
  readonly total: number
}

/** Throws: AppError "bot.not_found". */
export const listResults = defineVerb({
  name: "results.list",
  permission: "recordings.read",
  input: ListResultsInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { columns: asked, ...wanted },
  ): Promise<ResultPage> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, wanted.botId)
      const names = await listColumns(tx, orgId, wanted.botId)
      const columns = pickColumns(names, asked)
      const all = { ...wanted, orgId, columns, limit: limits.resultsPerPage }
      return {
        names,
        columns,
        rows: await readResults(tx, all),
        total: await countResults(tx, all),
      }
    }),
})
