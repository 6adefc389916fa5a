import { readDefinition } from "#server/records/understanding/read-definition.ts"
import { type Conflict, findConflicts } from "#server/understanding/classify/find-conflicts.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { UnderstandingInput } from "./schema.ts"

/** Examples of the draft that say nearly what another intent's examples say, the worst first. Throws: AppError "bot.not_found". */
export const listConflicts = defineVerb({
  name: "understanding.conflicts",
  permission: "understanding.read",
  input: UnderstandingInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<Conflict[]> => {
    const definition = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return readDefinition(tx, orgId, botId)
    })
    const { model } = await container.understanding.open({ orgId, botId }, definition)
    return await findConflicts(model.examples)
  },
})
