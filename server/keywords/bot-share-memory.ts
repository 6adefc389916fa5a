import { botShareMemory } from "#basic/keywords/bot-share-memory.ts"
import { shareMemory } from "#server/records/memory/share-memory.ts"
import { handlerFor } from "./handler.ts"

export const botShareMemoryHandler = handlerFor(
  botShareMemory,
  async ({ key = "", bot = "" }, step) => {
    await step.record((tx, place) => shareMemory(tx, place, { key, bot }))
  },
)
