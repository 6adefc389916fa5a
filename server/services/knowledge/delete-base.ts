import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadBase } from "./load.ts"
import { BaseInput } from "./schema.ts"

/** Deletes a knowledge base with its documents; nothing of them is found any more. Throws: AppError "knowledge.base_not_found". */
export const deleteBase = defineVerb({
  name: "knowledge.deleteBase",
  permission: "knowledge.update",
  input: BaseInput,
  audit: "knowledge.base_deleted",
  run: async (context: ServiceContext, { botId, baseId }): Promise<null> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const { name } = await loadBase(tx, orgId, botId, baseId)
      await tx.rows("delete from knowledge_bases where org_id = $1 and id = $2", [orgId, baseId])
      await recordAudit(tx, context, "knowledge.base_deleted", { kind: "bot", id: botId }, { name })
      return null
    })
  },
})
