import { fromJson } from "#basic"
import { userFacts } from "#basic/keywords/user-facts.ts"
import { listUserFacts } from "#server/records/memory/user-facts.ts"
import { handlerFor } from "./handler.ts"

export const userFactsHandler = handlerFor(userFacts, async (_args, step) =>
  fromJson(await step.record(listUserFacts)),
)
