import type { OrgTx } from "#db/transaction.ts"
import { defaultModel } from "#server/records/knowledge/find-base.ts"
import { openAccount } from "#server/records/models/open-account.ts"
import { listActiveAccounts } from "#server/records/models/read-models.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadBase } from "./load.ts"
import { BaseInput } from "./schema.ts"

export interface BaseEmbedders {
  /** What is searched now. */
  readonly model: string
  /** What its documents are embedded with anew; null when nothing changes. */
  readonly nextModel: string | null
  /** Passages that have a vector of the next model, of how many. */
  readonly done: number
  readonly all: number
  /** What may be chosen. */
  readonly choices: readonly EmbedderChoice[]
}
export interface EmbedderChoice {
  readonly model: string
  /** Null for the one that comes with the product. */
  readonly provider: string | null
  readonly name: string
}

/** Which model finds by meaning in a base, and which others could. Throws: AppError "knowledge.base_not_found". */
export const listEmbedders = defineVerb({
  name: "knowledge.embedders",
  permission: "knowledge.read",
  input: BaseInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId, baseId }): Promise<BaseEmbedders> =>
    await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await loadBase(tx, orgId, botId, baseId)
      const [row] = await tx.rows<Omit<BaseEmbedders, "choices">>(
        `select b.model, b.next_model as "nextModel", coalesce(sum(d.chunks), 0)::int as all,
           coalesce(sum(case when d.state = 'ready' then d.chunks else d.embedded end), 0)::int as done
         from knowledge_bases b left join knowledge_documents d on d.org_id = b.org_id and d.base_id = b.id
         where b.org_id = $1 and b.id = $2 group by b.model, b.next_model`,
        [orgId, baseId],
      )
      const { model = defaultModel, nextModel = null, done = 0, all = 0 } = row ?? {}
      const choices = await listChoices(tx, orgId, botId, (sealed) => container.seal.open(sealed))
      return { model, nextModel, done, all, choices }
    }),
})

/** The one that comes with the product, and one for each account that can. */
export async function listChoices(
  tx: OrgTx,
  orgId: string,
  botId: string,
  open: (sealed: string) => string | null,
): Promise<EmbedderChoice[]> {
  const stored = await listActiveAccounts(tx, orgId, botId)
  const found = new Map<string, EmbedderChoice>()
  for (const each of stored) {
    const opened = openAccount(each, open)
    const embed = opened?.account.provider.embed
    const name = opened?.models.embed ?? embed?.model ?? null
    if (!opened || embed === undefined || name === null) continue
    const { id, label } = opened.account.provider
    found.set(`${id}:${name}`, { model: `${id}:${name}`, provider: label, name })
  }
  const own = { model: defaultModel, provider: null, name: "Universal Sentence Encoder" }
  return [own, ...found.values()]
}
