import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { checkVersion, loadPrompt } from "./load.ts"
import { EndSplitInput } from "./schema.ts"

/**
 * Ends a comparison: from now on everybody meets the version that was chosen.
 *
 * Throws: AppError "prompt.not_found", "prompt.version_not_found", "prompt.split_refused".
 */
export const endSplit = defineVerb({
  name: "prompts.endSplit",
  permission: "prompts.update",
  input: EndSplitInput,
  audit: "prompt.split_ended",
  run: async (context: ServiceContext, { promptId, number }): Promise<{ liveNumber: number }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      const prompt = await loadPrompt(tx, orgId, promptId)
      await checkVersion(tx, orgId, prompt, number)
      const now = container.clock.now()
      const ended = await tx.rows(
        `update prompt_splits set ended_at = $3, chosen = $4
         where org_id = $1 and prompt_id = $2 and ended_at is null returning id`,
        [orgId, promptId, now, number],
      )
      if (ended.length === 0) throw new AppError("prompt.split_refused", { problem: "none" })
      await tx.rows(
        "update prompts set live_number = $3, updated_at = $4 where org_id = $1 and id = $2",
        [orgId, promptId, number, now],
      )
      const subject = { kind: "prompt", id: promptId } as const
      await recordAudit(tx, context, "prompt.split_ended", subject, { name: prompt.name, number })
      return { liveNumber: number }
    })
  },
})
