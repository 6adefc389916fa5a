import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { CreateSetInput } from "./schema.ts"

/** Adds an empty set. Throws: AppError "bot.not_found", "evaluation.name_taken", "evaluation.limit". */
export const createEvaluationSet = defineVerb({
  name: "evaluations.createSet",
  permission: "evaluations.update",
  input: CreateSetInput,
  audit: "evaluation.set_created",
  run: async (context: ServiceContext, { botId, name }): Promise<{ id: string; name: string }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const [count] = await tx.rows<{ all: number }>(
        "select count(*)::int as all from evaluation_sets where org_id = $1 and bot_id = $2",
        [orgId, botId],
      )
      if ((count?.all ?? 0) >= limits.evaluationSetsPerBot)
        throw new AppError("evaluation.limit", { max: limits.evaluationSetsPerBot })
      await checkSetName(tx, orgId, botId, name, "")
      const now = container.clock.now()
      const id = newId("evs", now.getTime())
      await tx.rows(
        `insert into evaluation_sets (org_id, id, bot_id, name, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5)`,
        [orgId, id, botId, name, now],
      )
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "evaluation.set_created", subject, { name })
      return { id, name }
    })
  },
})

/** Throws: AppError "evaluation.name_taken" when another set than `id` has the name. */
export async function checkSetName(
  tx: OrgTx,
  orgId: string,
  botId: string,
  name: string,
  id: string,
): Promise<void> {
  const taken = await tx.rows(
    "select from evaluation_sets where org_id = $1 and bot_id = $2 and lower(name) = lower($3) and id <> $4",
    [orgId, botId, name, id],
  )
  if (taken.length > 0) throw new AppError("evaluation.name_taken", { name })
}
