import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type Bot, loadBot, toBot } from "./load.ts"
import { BotInput } from "./schema.ts"

/** One bot of the organization. Throws: AppError "bot.not_found". */
export const getBot = defineVerb({
  name: "bots.get",
  permission: "bots.read",
  input: BotInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<Bot> =>
    container.db.withOrg(orgId, async (tx) => toBot(await loadBot(tx, orgId, botId))),
})
