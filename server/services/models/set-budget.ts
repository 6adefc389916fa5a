import { newId } from "#catalog/ids.ts"
import { monthOf } from "#server/records/models/read-models.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type BudgetScope, SetBudgetInput } from "./schema.ts"

/** Says what models may cost, or that there is no limit any more. Throws: AppError "bot.not_found". */
export const setModelBudget = defineVerb({
  name: "models.setBudget",
  permission: "models.update",
  input: SetBudgetInput,
  audit: "model.budget_set",
  run: async (
    context: ServiceContext,
    { scope, botId = null, dollars, warnPercent },
  ): Promise<{ scope: BudgetScope; dollars: number | null }> => {
    const { orgId, container } = context
    await container.db.withOrg(orgId, async (tx) => {
      if (botId !== null) await loadBot(tx, orgId, botId)
      const now = container.clock.now()
      await tx.rows(
        "delete from model_budgets where org_id = $1 and scope = $2 and bot_id is not distinct from $3",
        [orgId, scope, botId],
      )
      if (dollars !== null)
        await tx.rows(
          `insert into model_budgets (org_id, id, scope, bot_id, amount_micros, warn_percent, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            ...[orgId, newId("mbu", now.getTime()), scope, botId],
            ...[Math.round(dollars * 1e6), warnPercent, now],
          ],
        )
      // Who was told of the budget before is told of this one.
      await tx.rows(
        `update model_spend set warned_at = null, stopped_at = null
         where org_id = $1 and scope = $2 and period = $4::date and ($3::text is null or subject = $3)`,
        [orgId, scope, botId, monthOf(now.getTime())],
      )
      const subject = { kind: "organization", id: orgId } as const
      await recordAudit(tx, context, "model.budget_set", subject, { scope, botId, dollars })
    })
    return { scope, dollars }
  },
})
