import { botSyncMemory } from "#basic/keywords/bot-sync-memory.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

export const botSyncMemoryHandler = handlerFor(botSyncMemory, () => {
  throw new EffectFailed("bot.not_found", "There is no such bot.")
})
