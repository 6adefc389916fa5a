import type { FoundPassages } from "#server/knowledge/port.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { SearchKnowledgeInput } from "./schema.ts"

/** Asks the knowledge of a bot exactly as a running conversation does. Throws: AppError "bot.not_found". */
export const searchBotKnowledge = defineVerb({
  name: "knowledge.search",
  permission: "knowledge.read",
  input: SearchKnowledgeInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { botId, bases, text, limit },
  ): Promise<FoundPassages> => {
    await container.db.withOrg(orgId, (tx) => loadBot(tx, orgId, botId))
    return await container.knowledge.search({ orgId, botId }, { bases, text, limit })
  },
})
