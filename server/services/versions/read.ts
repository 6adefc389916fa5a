import type { PublishedScript } from "../bots/compile-draft.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { readScriptsOf } from "./load.ts"
import { ReadVersionInput } from "./schema.ts"

/** The flows of a version as they were, to be compared or brought back. Throws: AppError "bot.not_found", "version.not_found". */
export const readVersion = defineVerb({
  name: "versions.read",
  permission: "bots.read",
  input: ReadVersionInput,
  audit: null,
  run: (
    { orgId, container }: ServiceContext,
    { botId, ref },
  ): Promise<{ readonly scripts: readonly PublishedScript[] }> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return { scripts: await readScriptsOf(tx, orgId, botId, ref) }
    }),
})
