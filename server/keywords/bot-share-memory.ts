import { botShareMemory } from "#basic/keywords/bot-share-memory.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

export const botShareMemoryHandler = handlerFor(botShareMemory, () => {
  throw new EffectFailed("bot.not_found", "There is no such bot.")
})
