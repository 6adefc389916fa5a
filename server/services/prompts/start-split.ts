import { newId } from "#catalog/ids.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { checkVersion, loadPrompt, loadSplits } from "./load.ts"
import { StartSplitInput } from "./schema.ts"

/**
 * Has two versions answer side by side, each person always by the same one.
 *
 * Throws: AppError "prompt.not_found", "prompt.version_not_found", "prompt.split_refused".
 */
export const startSplit = defineVerb({
  name: "prompts.startSplit",
  permission: "prompts.update",
  input: StartSplitInput,
  audit: "prompt.split_started",
  run: async (
    context: ServiceContext,
    { promptId, numberA, numberB, percentB, measure },
  ): Promise<{ id: string }> => {
    const { orgId, container } = context
    if (numberA === numberB) throw new AppError("prompt.split_refused", { problem: "same" })
    return await container.db.withOrg(orgId, async (tx) => {
      const prompt = await loadPrompt(tx, orgId, promptId)
      await checkVersion(tx, orgId, prompt, numberA)
      await checkVersion(tx, orgId, prompt, numberB)
      const splits = await loadSplits(tx, orgId, promptId)
      if (splits.some(({ endedAt }) => endedAt === null))
        throw new AppError("prompt.split_refused", { problem: "running" })
      const now = container.clock.now()
      const id = newId("spl", now.getTime())
      await tx.rows(
        `insert into prompt_splits (org_id, id, prompt_id, number_a, number_b, percent_b, measure, began_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [orgId, id, promptId, numberA, numberB, percentB, measure, now],
      )
      const subject = { kind: "prompt", id: promptId } as const
      const details = { name: prompt.name, numberA, numberB, percentB }
      await recordAudit(tx, context, "prompt.split_started", subject, details)
      return { id }
    })
  },
})
