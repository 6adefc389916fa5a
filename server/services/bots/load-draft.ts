import type { Layout } from "#basic/graph/model.ts"
import type { BotId, ProvenOrgId, ScriptId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { readScript } from "../scripts/load.ts"
import { LoadDraftInput } from "./schema.ts"

/** One flow as the builder edits it. */
export interface Draft {
  readonly source: string
  readonly layout: Layout
  /** Grows by one with each save; a save names the revision it is based on. */
  readonly revision: number
}

/** One flow of a bot; "start" when none is named. Throws: AppError "bot.not_found", "script.not_found". */
export const loadDraft = defineVerb({
  name: "bots.loadDraft",
  permission: "bots.read",
  input: LoadDraftInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId, scriptId }): Promise<Draft> =>
    container.db.withOrg(orgId, (tx) => readDraft(tx, orgId, botId, scriptId)),
})

/** The same inside a transaction. */
export async function readDraft(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
  scriptId?: ScriptId,
): Promise<Draft> {
  const { source, layout, revision } = await readScript(tx, orgId, botId, scriptId)
  return { source, layout, revision }
}
