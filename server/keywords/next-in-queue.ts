import { fromJson } from "#basic"
import { nextInQueue } from "#basic/keywords/next-in-queue.ts"
import { findNext } from "#server/records/handoffs/find-next.ts"
import { handlerFor } from "./handler.ts"

export const nextInQueueHandler = handlerFor(nextInQueue, async (_args, step) =>
  fromJson(await step.record((tx, { orgId, botId }) => findNext(tx, orgId, botId))),
)
