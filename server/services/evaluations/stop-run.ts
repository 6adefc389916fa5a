import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadRun } from "./load.ts"
import { RunInput } from "./schema.ts"

/** Asks no further questions; what was answered stays. Throws: AppError "bot.not_found", "evaluation.run_not_found". */
export const stopEvaluationRun = defineVerb({
  name: "evaluations.stopRun",
  permission: "evaluations.update",
  input: RunInput,
  audit: "evaluation.run_stopped",
  run: async (context: ServiceContext, { botId, runId }): Promise<{ id: string }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadRun(tx, orgId, botId, runId)
      await tx.rows(
        `update evaluation_runs set state = 'stopped', due = null, epoch = epoch + 1, ended_at = $3
         where org_id = $1 and id = $2 and state in ('waiting', 'running')`,
        [orgId, runId, container.clock.now()],
      )
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "evaluation.run_stopped", subject)
      return { id: runId }
    })
  },
})
