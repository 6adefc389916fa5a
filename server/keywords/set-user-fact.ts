import { toJson } from "#basic"
import { setUserFact } from "#basic/keywords/set-user-fact.ts"
import { factPrefix } from "#server/records/memory/user-facts.ts"
import { handlerFor } from "./handler.ts"

export const setUserFactHandler = handlerFor(setUserFact, async ({ key = "", value }, step) => {
  await step.writeMemory("user", `${factPrefix}${key}`, toJson(value ?? null))
})
