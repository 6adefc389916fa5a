import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadContent } from "./load.ts"
import { DuplicateBotInput } from "./schema.ts"
import { type StoredBot, storeContent } from "./store.ts"

/** Makes a second bot of the same flows, tests, documents and settings. Throws: AppError "bot.not_found", "plan.bot_limit". */
export const duplicateBot = defineVerb({
  name: "packages.duplicate",
  permission: "bots.create",
  input: DuplicateBotInput,
  audit: "bot.created",
  run: async (context: ServiceContext, { botId, name }): Promise<StoredBot> => {
    const content = await loadContent(context, botId)
    return storeContent(context, { ...content, name }, { copyOf: botId })
  },
})
