import { limits } from "#catalog/limits.ts"
import { alignVariables, type PromptVariable } from "#catalog/prompts/prompt-variable.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadPrompt } from "./load.ts"
import { SaveVersionInput } from "./schema.ts"

/** Keeps what a prompt says from now on as its next version. Throws: AppError "prompt.not_found", "prompt.limit". */
export const savePromptVersion = defineVerb({
  name: "prompts.saveVersion",
  permission: "prompts.update",
  input: SaveVersionInput,
  audit: "prompt.version_saved",
  run: async (
    context: ServiceContext,
    { promptId, text, variables, note, isLive },
  ): Promise<{ number: number; liveNumber: number }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      const { name, liveNumber } = await loadPrompt(tx, orgId, promptId)
      const number = await insertVersion(tx, context, promptId, { text, variables, note })
      const live = isLive ? number : liveNumber
      await tx.rows(
        "update prompts set live_number = $3, updated_at = $4 where org_id = $1 and id = $2",
        [orgId, promptId, live, container.clock.now()],
      )
      const subject = { kind: "prompt", id: promptId } as const
      await recordAudit(tx, context, "prompt.version_saved", subject, { name, number, isLive })
      return { number, liveNumber: live }
    })
  },
})

interface NewVersion {
  readonly text: string
  readonly variables: readonly PromptVariable[]
  readonly note: string
}

/** Gives the number of the version. The prompt is locked by the caller. Throws: AppError "prompt.limit". */
export async function insertVersion(
  tx: OrgTx,
  { orgId, userId, container }: ServiceContext,
  promptId: string,
  { text, variables, note }: NewVersion,
): Promise<number> {
  const [last] = await tx.rows<{ number: number }>(
    "select coalesce(max(number), 0) as number from prompt_versions where org_id = $1 and prompt_id = $2",
    [orgId, promptId],
  )
  const number = (last?.number ?? 0) + 1
  if (number > limits.versionsPerPrompt)
    throw new AppError("prompt.limit", { max: limits.versionsPerPrompt, what: "versions" })
  await tx.rows(
    `insert into prompt_versions (org_id, prompt_id, number, text, variables, note, author, created_at)
     values ($1, $2, $3, $4, $5::text::jsonb, $6, $7, $8)`,
    [
      ...[orgId, promptId, number, text, JSON.stringify(alignVariables(text, variables)), note],
      ...[userId, container.clock.now()],
    ],
  )
  return number
}
