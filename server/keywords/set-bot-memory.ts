import { toJson } from "#basic"
import { setBotMemory } from "#basic/keywords/set-bot-memory.ts"
import { handlerFor } from "./handler.ts"

export const setBotMemoryHandler = handlerFor(setBotMemory, async ({ key, value }, step) => {
  await step.writeMemory("bot", key ?? "", toJson(value ?? null))
})
