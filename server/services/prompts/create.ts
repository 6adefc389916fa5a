import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { insertVersion } from "./save-version.ts"
import { CreatePromptInput } from "./schema.ts"

/** Adds a prompt to the library, with its first version live. Throws: AppError "prompt.name_taken", "prompt.limit". */
export const createPrompt = defineVerb({
  name: "prompts.create",
  permission: "prompts.update",
  input: CreatePromptInput,
  audit: "prompt.created",
  run: async (
    context: ServiceContext,
    { name, text, variables },
  ): Promise<{ id: string; name: string }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      const [count] = await tx.rows<{ all: number }>(
        "select count(*)::int as all from prompts where org_id = $1",
        [orgId],
      )
      if ((count?.all ?? 0) >= limits.promptsPerOrg)
        throw new AppError("prompt.limit", { max: limits.promptsPerOrg, what: "prompts" })
      await checkName(tx, orgId, name, "")
      const now = container.clock.now()
      const id = newId("prm", now.getTime())
      await tx.rows(
        "insert into prompts (org_id, id, name, created_at, updated_at) values ($1, $2, $3, $4, $4)",
        [orgId, id, name, now],
      )
      await insertVersion(tx, context, id, { text, variables, note: "" })
      await recordAudit(tx, context, "prompt.created", { kind: "prompt", id }, { name })
      return { id, name }
    })
  },
})

/** Throws: AppError "prompt.name_taken" when another prompt than `id` has the name. */
export async function checkName(tx: OrgTx, orgId: string, name: string, id: string): Promise<void> {
  const taken = await tx.rows(
    "select from prompts where org_id = $1 and lower(name) = lower($2) and id <> $3",
    [orgId, name, id],
  )
  if (taken.length > 0) throw new AppError("prompt.name_taken", { name })
}
