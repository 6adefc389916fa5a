import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type ListedService, loadServices } from "./load.ts"
import { ListServicesInput } from "./schema.ts"

/** Lists the services whose operations a bot may use as tools. No key is told. Throws: AppError "bot.not_found". */
export const listToolServices = defineVerb({
  name: "tools.list",
  permission: "bots.read",
  input: ListServicesInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<ListedService[]> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return await loadServices(tx, orgId, botId)
    }),
})
