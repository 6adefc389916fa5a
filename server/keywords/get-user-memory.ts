import { fromJson } from "#basic"
import { getUserMemory } from "#basic/keywords/get-user-memory.ts"
import { handlerFor } from "./handler.ts"

export const getUserMemoryHandler = handlerFor(getUserMemory, async ({ key }, step) =>
  fromJson(await step.readMemory("user", key ?? "")),
)
