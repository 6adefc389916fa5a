import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadPrompt } from "./load.ts"
import { PromptInput } from "./schema.ts"

/** Deletes a prompt with its versions and figures. Throws: AppError "prompt.not_found". */
export const deletePrompt = defineVerb({
  name: "prompts.delete",
  permission: "prompts.update",
  input: PromptInput,
  audit: "prompt.deleted",
  run: async (context: ServiceContext, { promptId }): Promise<{ id: string }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      const { name } = await loadPrompt(tx, orgId, promptId)
      await tx.rows("delete from prompts where org_id = $1 and id = $2", [orgId, promptId])
      const subject = { kind: "prompt", id: promptId } as const
      await recordAudit(tx, context, "prompt.deleted", subject, { name })
      return { id: promptId }
    })
  },
})
