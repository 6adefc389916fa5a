import { fromJson } from "#basic"
import { recall } from "#basic/keywords/recall.ts"
import { handlerFor } from "./handler.ts"

export const recallHandler = handlerFor(recall, async ({ key }, step) =>
  fromJson(await step.readMemory("user", key ?? "")),
)
