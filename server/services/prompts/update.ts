import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { checkName } from "./create.ts"
import { loadPrompt } from "./load.ts"
import { UpdatePromptInput } from "./schema.ts"

/** Renames a prompt, or says what its conversations are measured by. Throws: AppError "prompt.not_found", "prompt.name_taken". */
export const updatePrompt = defineVerb({
  name: "prompts.update",
  permission: "prompts.update",
  input: UpdatePromptInput,
  audit: "prompt.changed",
  run: async (
    context: ServiceContext,
    { promptId, name, goal, rating },
  ): Promise<{ id: string; name: string }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      const before = await loadPrompt(tx, orgId, promptId)
      const now = name ?? before.name
      await checkName(tx, orgId, now, promptId)
      await tx.rows(
        `update prompts set name = $3, goal = nullif($4, ''), rating = nullif($5, ''), updated_at = $6
         where org_id = $1 and id = $2`,
        [
          ...[orgId, promptId, now, goal ?? before.goal ?? ""],
          ...[rating ?? before.rating ?? "", container.clock.now()],
        ],
      )
      const subject = { kind: "prompt", id: promptId } as const
      await recordAudit(tx, context, "prompt.changed", subject, { name: now })
      return { id: promptId, name: now }
    })
  },
})
