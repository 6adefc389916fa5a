import { toJson } from "#basic"
import { setUserMemory } from "#basic/keywords/set-user-memory.ts"
import { handlerFor } from "./handler.ts"

export const setUserMemoryHandler = handlerFor(setUserMemory, async ({ key, value }, step) => {
  await step.writeMemory("user", key ?? "", toJson(value ?? null))
})
