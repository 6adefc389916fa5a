import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ListTestsInput } from "./schema.ts"

/** A file of a bot's tests. */
export interface TestsFile {
  readonly name: string
  readonly source: string
  /** Grows by one with each save; a save names the one it changes. */
  readonly revision: number
}

/** The tests of a bot. Throws: AppError "bot.not_found". */
export const listTests = defineVerb({
  name: "tests.list",
  permission: "bots.read",
  input: ListTestsInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<TestsFile[]> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return tx.rows<TestsFile>(
        "select name, source, revision from bot_tests where org_id = $1 and bot_id = $2 order by name",
        [orgId, botId],
      )
    }),
})
