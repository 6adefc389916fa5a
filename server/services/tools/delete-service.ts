import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type ListedService, loadServices } from "./load.ts"
import { ServiceInput } from "./schema.ts"

/** Takes a service from a bot, its key with it. Throws: AppError "bot.not_found", "tool.service_not_found". */
export const deleteToolService = defineVerb({
  name: "tools.deleteService",
  permission: "bots.update",
  input: ServiceInput,
  audit: "tool_service.deleted",
  run: async (context: ServiceContext, { botId, serviceId }): Promise<ListedService[]> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const [gone] = await tx.rows<{ name: string }>(
        "delete from tool_services where org_id = $1 and bot_id = $2 and id = $3 returning name",
        [orgId, botId, serviceId],
      )
      if (gone === undefined) throw new AppError("tool.service_not_found")
      const details = { service: gone.name }
      await recordAudit(tx, context, "tool_service.deleted", { kind: "bot", id: botId }, details)
      return await loadServices(tx, orgId, botId)
    })
  },
})
