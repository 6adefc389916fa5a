import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { checkSetName } from "./create-set.ts"
import { loadSet } from "./load.ts"
import { SaveSetInput } from "./schema.ts"

/**
 * Changes a set as a whole. Throws: AppError "bot.not_found", "evaluation.set_not_found", "evaluation.name_taken",
 * "evaluation.set_changed".
 */
export const saveEvaluationSet = defineVerb({
  name: "evaluations.saveSet",
  permission: "evaluations.update",
  input: SaveSetInput,
  audit: "evaluation.set_saved",
  run: async (
    context: ServiceContext,
    { botId, setId, name, bases, before, questions, baseRevision },
  ): Promise<{ revision: number }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      const { revision } = await loadSet(tx, orgId, botId, setId)
      if (revision !== baseRevision) throw new AppError("evaluation.set_changed", { name })
      await checkSetName(tx, orgId, botId, name, setId)
      await tx.rows(
        `update evaluation_sets set name = $3, bases = $4::text::jsonb, before = $5::text::jsonb,
           questions = $6::text::jsonb, revision = revision + 1, updated_at = $7 where org_id = $1 and id = $2`,
        [
          ...[orgId, setId, name, JSON.stringify(bases), JSON.stringify(before)],
          ...[JSON.stringify(questions), container.clock.now()],
        ],
      )
      const subject = { kind: "bot", id: botId } as const
      const details = { name, questions: questions.length }
      await recordAudit(tx, context, "evaluation.set_saved", subject, details)
      return { revision: revision + 1 }
    })
  },
})
