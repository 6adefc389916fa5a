import { fromJson } from "#basic"
import { getQueue } from "#basic/keywords/get-queue.ts"
import { listQueue } from "#server/records/handoffs/list-queue.ts"
import { handlerFor } from "./handler.ts"

export const getQueueHandler = handlerFor(getQueue, async (_args, step) =>
  fromJson(await step.record((tx, { orgId, botId }) => listQueue(tx, orgId, botId))),
)
