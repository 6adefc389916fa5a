import { fromJson } from "#basic"
import { getCustomerHistory } from "#basic/keywords/get-customer-history.ts"
import { readHistory } from "#server/records/conversations/read-history.ts"
import { handlerFor } from "./handler.ts"

export const getCustomerHistoryHandler = handlerFor(
  getCustomerHistory,
  async ({ conversation = "" }, step) =>
    fromJson(await step.record(async (tx, place) => readHistory(tx, place, conversation))),
)
