import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type EvaluationSetRow, loadSet } from "./load.ts"
import { SetInput } from "./schema.ts"

/** A set with its questions. Throws: AppError "bot.not_found", "evaluation.set_not_found". */
export const getEvaluationSet = defineVerb({
  name: "evaluations.getSet",
  permission: "evaluations.read",
  input: SetInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId, setId }): Promise<EvaluationSetRow> =>
    await container.db.withOrg(orgId, (tx) => loadSet(tx, orgId, botId, setId)),
})
