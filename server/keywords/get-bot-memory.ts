import { fromJson } from "#basic"
import { getBotMemory } from "#basic/keywords/get-bot-memory.ts"
import { handlerFor } from "./handler.ts"

export const getBotMemoryHandler = handlerFor(getBotMemory, async ({ key }, step) =>
  fromJson(await step.readMemory("bot", key ?? "")),
)
