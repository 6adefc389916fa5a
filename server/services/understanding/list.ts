import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { readEntities, readIntents, type StoredEntity, type StoredIntent } from "./load.ts"
import { UnderstandingInput } from "./schema.ts"

export interface BotUnderstanding {
  readonly intents: readonly StoredIntent[]
  readonly entities: readonly StoredEntity[]
}

/** Everything the draft of a bot understands. Throws: AppError "bot.not_found". */
export const listUnderstanding = defineVerb({
  name: "understanding.list",
  permission: "understanding.read",
  input: UnderstandingInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<BotUnderstanding> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return {
        intents: await readIntents(tx, orgId, botId),
        entities: await readEntities(tx, orgId, botId),
      }
    }),
})
