import { readQuestions } from "#catalog/evaluation/read-questions.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadSet } from "./load.ts"
import { ImportSetInput } from "./schema.ts"

/**
 * Takes the questions of a file in place of those of a set. Throws: AppError "bot.not_found",
 * "evaluation.set_not_found", "evaluation.unreadable".
 */
export const importEvaluationSet = defineVerb({
  name: "evaluations.importSet",
  permission: "evaluations.update",
  input: ImportSetInput,
  audit: "evaluation.set_saved",
  run: async (
    context: ServiceContext,
    { botId, setId, text },
  ): Promise<{ questions: number; revision: number }> => {
    const { orgId, container } = context
    const most = { questions: limits.evaluationQuestions, chars: limits.evaluationChars }
    const read = readQuestions(text, most)
    return await container.db.withOrg(orgId, async (tx) => {
      const { name, revision } = await loadSet(tx, orgId, botId, setId)
      if (!read.ok)
        throw new AppError("evaluation.unreadable", { line: read.line, problem: read.problem })
      await tx.rows(
        `update evaluation_sets set questions = $3::text::jsonb, revision = revision + 1, updated_at = $4
         where org_id = $1 and id = $2`,
        [orgId, setId, JSON.stringify(read.questions), container.clock.now()],
      )
      const subject = { kind: "bot", id: botId } as const
      const details = { name, questions: read.questions.length }
      await recordAudit(tx, context, "evaluation.set_saved", subject, details)
      return { questions: read.questions.length, revision: revision + 1 }
    })
  },
})
