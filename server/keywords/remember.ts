import { toJson } from "#basic"
import { remember } from "#basic/keywords/remember.ts"
import { handlerFor } from "./handler.ts"
import { readLifetime } from "./memory/read-lifetime.ts"

export const rememberHandler = handlerFor(remember, async ({ key, value, duration }, step) => {
  await step.writeMemory("user", key ?? "", toJson(value ?? null), readLifetime(duration ?? null))
})
