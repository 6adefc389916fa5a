import { newId, type OrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

/** The embedder of new bases: the one that needs nothing. */
export const defaultModel = "use-lite-en"

export interface BaseRow {
  readonly id: string
  readonly name: string
  readonly model: string
}

/** The base of a bot by its name, in any case; null when there is none. */
export async function findBase(
  tx: OrgTx,
  orgId: OrgId,
  botId: string,
  name: string,
): Promise<BaseRow | null> {
  const [row] = await tx.rows<BaseRow>(
    "select id, name, model from knowledge_bases where org_id = $1 and bot_id = $2 and lower(name) = lower($3)",
    [orgId, botId, name],
  )
  return row ?? null
}

/** The base of this name, made where there is none. Throws: AppError "knowledge.too_many". */
export async function ensureBase(
  tx: OrgTx,
  orgId: OrgId,
  botId: string,
  name: string,
): Promise<BaseRow> {
  const known = await findBase(tx, orgId, botId, name)
  if (known !== null) return known
  const [row] = await tx.rows<{ count: number }>(
    "select count(*)::int as count from knowledge_bases where org_id = $1 and bot_id = $2",
    [orgId, botId],
  )
  if ((row?.count ?? 0) >= limits.knowledgeBasesPerBot)
    throw new AppError("knowledge.too_many", { limit: limits.knowledgeBasesPerBot, what: "bases" })
  const base = { id: newId("kbs"), name, model: defaultModel }
  await tx.rows(
    `insert into knowledge_bases (org_id, id, bot_id, name, model) values ($1, $2, $3, $4, $5)
     on conflict (org_id, bot_id, lower(name)) do nothing`,
    [orgId, base.id, botId, name, base.model],
  )
  return (await findBase(tx, orgId, botId, name)) ?? base
}
