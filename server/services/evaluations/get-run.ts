import { type EvaluationFigures, sumUp } from "#catalog/evaluation/sum-up.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type ListedRun, loadRun } from "./load.ts"
import { RunInput } from "./schema.ts"

/** A run with how each question went. Throws: AppError "bot.not_found", "evaluation.run_not_found". */
export const getEvaluationRun = defineVerb({
  name: "evaluations.getRun",
  permission: "evaluations.read",
  input: RunInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { botId, runId },
  ): Promise<ListedRun & { figures: EvaluationFigures }> =>
    await container.db.withOrg(orgId, async (tx) => {
      const run = await loadRun(tx, orgId, botId, runId)
      return { ...run, figures: sumUp(run.results) }
    }),
})
