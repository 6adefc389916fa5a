import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { checkVersion, loadPrompt } from "./load.ts"
import { SetLiveInput } from "./schema.ts"

/** Makes a version the one that answers, an earlier one too. Throws: AppError "prompt.not_found", "prompt.version_not_found". */
export const setLivePrompt = defineVerb({
  name: "prompts.setLive",
  permission: "prompts.update",
  input: SetLiveInput,
  audit: "prompt.went_live",
  run: async (context: ServiceContext, { promptId, number }): Promise<{ liveNumber: number }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      const prompt = await loadPrompt(tx, orgId, promptId)
      await checkVersion(tx, orgId, prompt, number)
      await tx.rows(
        "update prompts set live_number = $3, updated_at = $4 where org_id = $1 and id = $2",
        [orgId, promptId, number, container.clock.now()],
      )
      const subject = { kind: "prompt", id: promptId } as const
      const details = { name: prompt.name, number, before: prompt.liveNumber }
      await recordAudit(tx, context, "prompt.went_live", subject, details)
      return { liveNumber: number }
    })
  },
})
