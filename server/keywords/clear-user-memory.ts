import { fromJson } from "#basic"
import { clearUserMemory } from "#basic/keywords/clear-user-memory.ts"
import { clearUserMemory as clear } from "#server/records/memory/user-facts.ts"
import { handlerFor } from "./handler.ts"

export const clearUserMemoryHandler = handlerFor(clearUserMemory, async (_args, step) =>
  fromJson(await step.record(clear)),
)
