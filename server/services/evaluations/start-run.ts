import type { z } from "zod"
import { newId, type ProvenOrgId, type VersionId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { freezeDraft } from "../bots/freeze-draft.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { checkVersion, loadPrompt } from "../prompts/load.ts"
import { recordAudit } from "../record-audit.ts"
import { spend } from "../spend.ts"
import { loadSet } from "./load.ts"
import { StartRunInput } from "./schema.ts"

/**
 * Has the questions of a set asked, one after the other, soon after.
 *
 * Throws: AppError "bot.not_found", "evaluation.set_not_found", "evaluation.empty", "version.not_found",
 * "prompt.not_found", "prompt.version_not_found", "evaluation.draft_broken", "request.too_many".
 */
export const startEvaluationRun = defineVerb({
  name: "evaluations.startRun",
  permission: "evaluations.update",
  input: StartRunInput,
  audit: "evaluation.run_started",
  run: async (context: ServiceContext, input): Promise<{ id: string; total: number }> => {
    const { orgId, userId, container } = context
    const { botId, setId, prompt, hasJudge } = input
    await spend(container, "evaluationPerOrg", orgId)
    const versionId = await findVersion(context, input)
    return await container.db.withOrg(orgId, async (tx) => {
      const { name, bases, before, questions } = await loadSet(tx, orgId, botId, setId)
      if (questions.length === 0) throw new AppError("evaluation.empty", { name })
      await checkTarget(tx, orgId, input)
      const now = container.clock.now()
      const id = newId("evr", now.getTime())
      await tx.rows(
        `insert into evaluation_runs (org_id, id, bot_id, set_id, version_id, prompt_id, prompt_number, has_judge,
           bases, before, questions, state, total, due, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10::text::jsonb, $11::text::jsonb, 'waiting',
           $12, now(), $13, $14)`,
        [
          ...[orgId, id, botId, setId, versionId],
          ...[prompt?.promptId ?? null, prompt?.number ?? null, hasJudge, JSON.stringify(bases)],
          ...[JSON.stringify(before), JSON.stringify(questions), questions.length, userId, now],
        ],
      )
      await dropOldRuns(tx, orgId, setId)
      const subject = { kind: "bot", id: botId } as const
      const details = { name, questions: questions.length }
      await recordAudit(tx, context, "evaluation.run_started", subject, details)
      return { id, total: questions.length }
    })
  },
})

/** The version that is asked; that of the draft is kept first. Null: the knowledge alone. */
async function findVersion(
  context: ServiceContext,
  { botId, setId, versionId, draft }: z.output<typeof StartRunInput>,
): Promise<VersionId | null> {
  if (draft === undefined) return versionId ?? null
  const { orgId, container } = context
  const { name, questions } = await container.db.withOrg(orgId, (tx) =>
    loadSet(tx, orgId, botId, setId),
  )
  if (questions.length === 0) throw new AppError("evaluation.empty", { name })
  const frozen = await freezeDraft(context, botId, draft.name)
  if (frozen.ok) return frozen.versionId
  const [first] = frozen.diagnostics.filter(({ severity }) => severity === "error")
  throw new AppError("evaluation.draft_broken", { problem: first?.message ?? "" })
}

async function checkTarget(
  tx: OrgTx,
  orgId: ProvenOrgId,
  { botId, versionId, prompt }: z.output<typeof StartRunInput>,
): Promise<void> {
  if (versionId !== undefined) {
    const found = await tx.rows(
      "select from versions where org_id = $1 and bot_id = $2 and id = $3",
      [orgId, botId, versionId],
    )
    if (found.length === 0) throw new AppError("version.not_found", { version: versionId })
  }
  if (prompt !== undefined)
    await checkVersion(tx, orgId, await loadPrompt(tx, orgId, prompt.promptId), prompt.number)
}

/** The oldest give way. */
async function dropOldRuns(tx: OrgTx, orgId: string, setId: string): Promise<void> {
  await tx.rows(
    `delete from evaluation_runs where org_id = $1 and set_id = $2 and due is null and id in (
       select id from evaluation_runs where org_id = $1 and set_id = $2
       order by created_at desc, id desc offset $3)`,
    [orgId, setId, limits.evaluationRunsPerSet],
  )
}
