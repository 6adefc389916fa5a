import { fromJson } from "#basic"
import { transferToHuman } from "#basic/keywords/transfer-to-human.ts"
import { handoffPriorities, requestHandoff } from "#server/records/handoffs/request-handoff.ts"
import { handlerFor } from "./handler.ts"
import { readChoice } from "./people/read-choice.ts"

export const transferToHumanHandler = handlerFor(
  transferToHuman,
  async ({ who = "", priority = "", context = "" }, step) =>
    fromJson(
      await step.record(async (tx, place) => {
        const how = readChoice("priority", priority, handoffPriorities, "normal")
        return requestHandoff(tx, place, { wanted: who, priority: how, context })
      }),
    ),
)
