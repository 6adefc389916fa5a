import type { Layout } from "#basic/graph/model.ts"
import type { BotId, ProvenOrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { BotInput } from "./schema.ts"

/** What the builder edits. */
export interface Draft {
  readonly source: string
  readonly layout: Layout
  /** Grows by one with each save; a save and a publication name the revision they are based on. */
  readonly revision: number
}

/** The draft of a bot. Throws: AppError "bot.not_found". */
export const loadDraft = defineVerb({
  name: "bots.loadDraft",
  permission: "bots.read",
  input: BotInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<Draft> =>
    container.db.withOrg(orgId, (tx) => readDraft(tx, orgId, botId)),
})

/** The same inside a transaction. */
export async function readDraft(tx: OrgTx, orgId: ProvenOrgId, botId: BotId): Promise<Draft> {
  const [draft] = await tx.rows<Draft>(
    "select source, layout, revision from drafts where org_id = $1 and bot_id = $2",
    [orgId, botId],
  )
  if (draft === undefined) throw new AppError("bot.not_found", { bot: botId })
  return draft
}
