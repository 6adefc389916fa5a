import { toJson } from "#basic"
import { setUserMemory } from "#basic/keywords/set-user-memory.ts"
import { handlerFor } from "./handler.ts"
import { readLifetime } from "./memory/read-lifetime.ts"

export const setUserMemoryHandler = handlerFor(
  setUserMemory,
  async ({ key, value, duration }, step) => {
    await step.writeMemory("user", key ?? "", toJson(value ?? null), readLifetime(duration ?? null))
  },
)
