import type { Id, OrgId } from "#catalog/ids.ts"
import type { PromptVariable } from "#catalog/prompts/prompt-variable.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

export interface PromptRow {
  readonly id: string
  readonly name: string
  readonly liveNumber: number
  readonly goal: string | null
  readonly rating: string | null
}

/** A prompt of this organization, locked, so that two who change it come one after the other. Throws: AppError "prompt.not_found". */
export async function loadPrompt(tx: OrgTx, orgId: OrgId, id: Id<"prm">): Promise<PromptRow> {
  const [row] = await tx.rows<PromptRow>(
    `select id, name, live_number as "liveNumber", goal, rating from prompts
     where org_id = $1 and id = $2 for update`,
    [orgId, id],
  )
  if (row === undefined) throw new AppError("prompt.not_found", { name: id })
  return row
}

/** Throws: AppError "prompt.version_not_found". */
export async function checkVersion(
  tx: OrgTx,
  orgId: OrgId,
  { id, name }: PromptRow,
  number: number,
): Promise<void> {
  const found = await tx.rows(
    "select from prompt_versions where org_id = $1 and prompt_id = $2 and number = $3",
    [orgId, id, number],
  )
  if (found.length === 0) throw new AppError("prompt.version_not_found", { name, number })
}

export interface PromptVersion {
  readonly number: number
  readonly text: string
  readonly variables: readonly PromptVariable[]
  readonly note: string
  /** The name of who wrote it; null once that person is gone. */
  readonly author: string | null
  readonly at: string
}

/** The versions of a prompt, the newest first. */
export async function loadVersions(tx: OrgTx, orgId: OrgId, id: string): Promise<PromptVersion[]> {
  const rows = await tx.rows<Omit<PromptVersion, "at"> & { at: Date }>(
    `select v.number, v.text, v.variables, v.note, u.name as author, v.created_at as at
     from prompt_versions v left join users u on u.id = v.author
     where v.org_id = $1 and v.prompt_id = $2 order by v.number desc`,
    [orgId, id],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export interface Split {
  readonly id: string
  readonly numberA: number
  readonly numberB: number
  readonly percentB: number
  readonly measure: "resolved" | "goal"
  readonly beganAt: string
  readonly endedAt: string | null
  readonly chosen: number | null
}

/** The comparisons of a prompt, the newest first. */
export async function loadSplits(tx: OrgTx, orgId: OrgId, id: string): Promise<Split[]> {
  const rows = await tx.rows<
    Omit<Split, "beganAt" | "endedAt"> & { began: Date; ended: Date | null }
  >(
    `select id, number_a as "numberA", number_b as "numberB", percent_b as "percentB", measure,
       began_at as began, ended_at as ended, chosen
     from prompt_splits where org_id = $1 and prompt_id = $2 order by began_at desc, id desc limit 20`,
    [orgId, id],
  )
  return rows.map(({ began, ended, ...split }) => ({
    ...split,
    beganAt: began.toISOString(),
    endedAt: ended?.toISOString() ?? null,
  }))
}
