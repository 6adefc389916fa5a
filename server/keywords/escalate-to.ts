import { fromJson } from "#basic"
import { escalateTo } from "#basic/keywords/escalate-to.ts"
import { requestHandoff } from "#server/records/handoffs/request-handoff.ts"
import { handlerFor } from "./handler.ts"

export const escalateToHandler = handlerFor(escalateTo, async ({ queue = "", reason = "" }, step) =>
  fromJson(
    await step.record(async (tx, place) =>
      requestHandoff(tx, place, { wanted: queue, priority: "high", context: reason }),
    ),
  ),
)
