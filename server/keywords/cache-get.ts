import { fromJson } from "#basic"
import { cacheGet } from "#basic/keywords/cache-get.ts"
import { handlerFor } from "./handler.ts"

export const cacheGetHandler = handlerFor(cacheGet, async ({ key = "" }, step) =>
  fromJson(await step.readMemory("bot", `cache:${key}`)),
)
