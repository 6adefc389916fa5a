import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadSet } from "./load.ts"
import { SetInput } from "./schema.ts"

/** Deletes a set with its runs. Throws: AppError "bot.not_found", "evaluation.set_not_found". */
export const deleteEvaluationSet = defineVerb({
  name: "evaluations.deleteSet",
  permission: "evaluations.update",
  input: SetInput,
  audit: "evaluation.set_deleted",
  run: async (context: ServiceContext, { botId, setId }): Promise<{ id: string }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      const { name } = await loadSet(tx, orgId, botId, setId)
      await tx.rows("delete from evaluation_sets where org_id = $1 and id = $2", [orgId, setId])
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "evaluation.set_deleted", subject, { name })
      return { id: setId }
    })
  },
})
