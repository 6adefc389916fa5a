import type { Layout } from "#basic/graph/model.ts"
import type { BotId, ProvenOrgId, ScriptId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

/** Where conversations begin. */
export const entryName = "start"

/** A flow of a bot, as a list shows it. */
export interface ScriptSummary {
  readonly id: ScriptId
  /** Unique in its bot, whatever its case. */
  readonly name: string
  /** Grows by one with each save; a save names the revision it is based on. */
  readonly revision: number
}

/** A flow with everything the builder edits. */
export interface Script extends ScriptSummary {
  readonly source: string
  readonly layout: Layout
}

/** What a flow says, as one hash: its source, and its texts in other languages where it has some. */
export const hashOf = (source: string, layout: string): string =>
  `md5(${source} || coalesce((${layout}::text::jsonb -> 'texts')::text, ''))`

const columns = "id, name, revision, source, layout"
const order = "order by position, id"
/** Flows of a bot in the bin are nobody's. */
const isThere = "exists (select from bots where org_id = $1 and id = $2)"

/** Reads the flows of a bot, "start" first. */
export function readScripts(tx: OrgTx, orgId: ProvenOrgId, botId: BotId): Promise<Script[]> {
  return tx.rows<Script>(
    `select ${columns} from scripts where org_id = $1 and bot_id = $2 and ${isThere} ${order}`,
    [orgId, botId],
  )
}

/** Reads one flow; "start" when none is named. Throws: AppError "script.not_found", "bot.not_found". */
export async function readScript(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
  scriptId?: ScriptId,
): Promise<Script> {
  const [script] = await tx.rows<Script>(
    `select ${columns} from scripts where org_id = $1 and bot_id = $2
       and ${isThere} and (id = $3 or ($3 = '' and lower(name) = '${entryName}'))`,
    [orgId, botId, scriptId ?? ""],
  )
  if (script !== undefined) return script
  if (scriptId === undefined) throw new AppError("bot.not_found", { bot: botId })
  throw new AppError("script.not_found", { script: scriptId })
}

/** Locks the bot while its flows change, so that changes at once come one after the other. Throws: AppError "bot.not_found". */
export async function lockBot(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
): Promise<{ draftRevision: number }> {
  const [bot] = await tx.rows<{ draftRevision: number }>(
    `select draft_revision as "draftRevision" from bots where org_id = $1 and id = $2 for update`,
    [orgId, botId],
  )
  if (bot === undefined) throw new AppError("bot.not_found", { bot: botId })
  return bot
}

/** Counts a change to the flows of a locked bot; gives the new count. */
export async function countChange(tx: OrgTx, orgId: ProvenOrgId, botId: BotId): Promise<number> {
  const [bot] = await tx.rows<{ revision: number }>(
    `update bots set draft_revision = draft_revision + 1 where org_id = $1 and id = $2
     returning draft_revision as revision`,
    [orgId, botId],
  )
  return bot?.revision ?? 0
}

/** Refuses flows that are too many or too long. Throws: AppError "script.limit". */
export async function checkSize(tx: OrgTx, orgId: ProvenOrgId, botId: BotId): Promise<void> {
  const [size] = await tx.rows<{ count: number; bytes: number }>(
    `select count(*) as count, coalesce(sum(octet_length(source)), 0)::float8 as bytes
     from scripts where org_id = $1 and bot_id = $2`,
    [orgId, botId],
  )
  const { scriptsPerBot: most, scriptBytesPerBot: mostBytes } = limits
  if ((size?.count ?? 0) > most || (size?.bytes ?? 0) > mostBytes)
    throw new AppError("script.limit", { most, mostBytes })
}
