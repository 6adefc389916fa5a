import { AppError } from "#server/errors/app-error.ts"
import { ensureBase, findBase } from "#server/records/knowledge/find-base.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { CreateBaseInput } from "./schema.ts"

/** Creates a knowledge base. Throws: AppError "bot.not_found", "knowledge.name_taken", "knowledge.too_many". */
export const createBase = defineVerb({
  name: "knowledge.createBase",
  permission: "knowledge.update",
  input: CreateBaseInput,
  audit: "knowledge.base_created",
  run: async (
    context: ServiceContext,
    { botId, name },
  ): Promise<{ readonly id: string; readonly name: string }> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      if (await findBase(tx, orgId, botId, name))
        throw new AppError("knowledge.name_taken", { name })
      const { id } = await ensureBase(tx, orgId, botId, name)
      await recordAudit(tx, context, "knowledge.base_created", { kind: "bot", id: botId }, { name })
      return { id, name }
    })
  },
})
