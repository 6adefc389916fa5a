import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { alignVariables } from "#catalog/prompts/prompt-variable.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { recordAudit } from "../record-audit.ts"
import type { PackedPrompt } from "./pack.ts"

/**
 * Adds prompts that came with a bot to the library. A prompt of the same name that is there stays as it is.
 *
 * Shape: the names of those that stayed although they say something else. Throws: AppError "prompt.limit".
 */
export async function adoptPrompts(
  tx: OrgTx,
  context: ServiceContext,
  prompts: readonly PackedPrompt[],
): Promise<string[]> {
  const kept: string[] = []
  for (const prompt of prompts) {
    const [own] = await tx.rows<{ text: string }>(
      `select v.text from prompts p join prompt_versions v
         on v.org_id = p.org_id and v.prompt_id = p.id and v.number = p.live_number
       where p.org_id = $1 and lower(p.name) = lower($2)`,
      [context.orgId, prompt.name],
    )
    if (own === undefined) await insertPrompt(tx, context, prompt)
    else if (own.text !== liveText(prompt)) kept.push(prompt.name)
  }
  if (prompts.length > 0) await countPrompts(tx, context.orgId)
  return kept
}

const liveText = ({ versions, liveNumber }: PackedPrompt): string | undefined =>
  versions.find(({ number }) => number === liveNumber)?.text

async function insertPrompt(
  tx: OrgTx,
  context: ServiceContext,
  { name, goal, rating, liveNumber, versions }: PackedPrompt,
): Promise<void> {
  const { orgId, userId, container } = context
  const now = container.clock.now()
  const id = newId("prm", now.getTime())
  await tx.rows(
    `insert into prompts (org_id, id, name, goal, rating, live_number, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [orgId, id, name, goal, rating, liveNumber, now],
  )
  for (const { number, text, variables, note } of versions)
    await tx.rows(
      `insert into prompt_versions (org_id, prompt_id, number, text, variables, note, author, created_at)
       values ($1, $2, $3, $4, $5::text::jsonb, $6, $7, $8)`,
      [
        ...[orgId, id, number, text, JSON.stringify(alignVariables(text, variables)), note],
        ...[userId, now],
      ],
    )
  await recordAudit(tx, context, "prompt.created", { kind: "prompt", id }, { name })
}

async function countPrompts(tx: OrgTx, orgId: string): Promise<void> {
  const [count] = await tx.rows<{ all: number }>(
    "select count(*)::int as all from prompts where org_id = $1",
    [orgId],
  )
  if ((count?.all ?? 0) > limits.promptsPerOrg)
    throw new AppError("prompt.limit", { max: limits.promptsPerOrg, what: "prompts" })
}
