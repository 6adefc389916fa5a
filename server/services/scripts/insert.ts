import type { Layout } from "#basic/graph/model.ts"
import { type BotId, newId, type ScriptId } from "#catalog/ids.ts"
import { isDuplicate } from "#db/errors.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { hashOf } from "./load.ts"

export interface NewScript {
  readonly name: string
  readonly source: string
  readonly layout: Layout
}

/** Stores a flow behind the others. Throws: AppError "script.name_taken". */
export async function insertScript(
  tx: OrgTx,
  { orgId, userId, container }: ServiceContext,
  botId: BotId,
  { name, source, layout }: NewScript,
): Promise<ScriptId> {
  const now = container.clock.now()
  const id = newId("scr", now.getTime())
  try {
    await tx.rows(
      `insert into scripts (org_id, bot_id, id, name, position, source, source_hash, layout, updated_at, updated_by)
       select $1, $2, $3, $4, coalesce(max(position) + 1, 0), $5, ${hashOf("$5", "$6")}, $6::text::json, $7, $8
       from scripts where org_id = $1 and bot_id = $2`,
      [orgId, botId, id, name, source, JSON.stringify(layout), now, userId],
    )
  } catch (error) {
    throw isDuplicate(error, "scripts_name") ? new AppError("script.name_taken", { name }) : error
  }
  return id
}
