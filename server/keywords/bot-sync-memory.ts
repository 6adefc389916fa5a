import { botSyncMemory } from "#basic/keywords/bot-sync-memory.ts"
import { syncMemory } from "#server/records/memory/share-memory.ts"
import { handlerFor } from "./handler.ts"

export const botSyncMemoryHandler = handlerFor(botSyncMemory, async ({ bot = "" }, step) => {
  await step.record((tx, place) => syncMemory(tx, place, bot))
})
