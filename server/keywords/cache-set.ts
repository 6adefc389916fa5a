import { toJson } from "#basic"
import { cacheSet } from "#basic/keywords/cache-set.ts"
import { handlerFor } from "./handler.ts"

export const cacheSetHandler = handlerFor(
  cacheSet,
  async ({ key = "", value, seconds = 3600 }, step) => {
    await step.writeMemory("bot", `cache:${key}`, toJson(value ?? null), seconds * 1000)
  },
)
