import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadRun } from "./load.ts"
import { RunInput } from "./schema.ts"

/** Deletes a run with its results. Throws: AppError "bot.not_found", "evaluation.run_not_found". */
export const deleteEvaluationRun = defineVerb({
  name: "evaluations.deleteRun",
  permission: "evaluations.update",
  input: RunInput,
  audit: "evaluation.run_deleted",
  run: async (context: ServiceContext, { botId, runId }): Promise<{ id: string }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadRun(tx, orgId, botId, runId)
      await tx.rows("delete from evaluation_runs where org_id = $1 and id = $2", [orgId, runId])
      await recordAudit(tx, context, "evaluation.run_deleted", { kind: "bot", id: botId })
      return { id: runId }
    })
  },
})
