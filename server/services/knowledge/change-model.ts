import { AppError } from "#server/errors/app-error.ts"
import { settleModel } from "#server/knowledge/store/settle-model.ts"
import { defaultModel } from "#server/records/knowledge/find-base.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { listChoices } from "./list-embedders.ts"
import { loadBase } from "./load.ts"
import { ChangeModelInput } from "./schema.ts"

/**
 * Has the documents of a base embedded anew with another model, batch by batch. Until the last has its vectors the
 * model before is searched; naming that one again gives the change up.
 *
 * Throws: AppError "bot.not_found", "knowledge.base_not_found", "knowledge.embedder_failed" for a model that is not
 * offered or gives no vectors.
 */
export const changeModel = defineVerb({
  name: "knowledge.changeModel",
  permission: "knowledge.update",
  input: ChangeModelInput,
  audit: "knowledge.model_changed",
  run: async (context: ServiceContext, { botId, baseId, model }): Promise<null> => {
    const { orgId, container } = context
    const choices = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await loadBase(tx, orgId, botId, baseId)
      return await listChoices(tx, orgId, botId, (sealed) => container.seal.open(sealed))
    })
    if (!choices.some((choice) => choice.model === model))
      throw new AppError("knowledge.embedder_failed", { model })
    const dims =
      model === defaultModel ? 512 : await container.knowledge.tryModel({ orgId, botId }, model)
    await container.db.withOrg(orgId, async (tx) => {
      const { name } = await loadBase(tx, orgId, botId, baseId)
      await tx.rows(
        `update knowledge_bases set next_model = nullif($3, model), dims = $4 where org_id = $1 and id = $2`,
        [orgId, baseId, model, dims],
      )
      await tx.rows(
        `delete from knowledge_vectors v using knowledge_bases b
         where b.org_id = $1 and b.id = $2 and v.org_id = b.org_id and v.base_id = b.id
           and v.model <> b.model and v.model <> $3`,
        [orgId, baseId, model],
      )
      await tx.rows(
        `update knowledge_documents d set state = 'embedding', due = clock_timestamp(), attempts = 0, epoch = epoch + 1,
           problem = null, problem_detail = null, embedded = (
             select count(*) from knowledge_vectors v join knowledge_chunks c
               on c.org_id = v.org_id and c.id = v.chunk_id
             where c.org_id = d.org_id and c.document_id = d.id and v.model = $3)
         where d.org_id = $1 and d.base_id = $2 and d.chunks > 0 and d.state in ('ready', 'embedding', 'failed')`,
        [orgId, baseId, model],
      )
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "knowledge.model_changed", subject, { name, model })
    })
    // A base without documents has nothing to wait for.
    await settleModel(container.db, orgId, baseId, model)
    return null
  },
})
