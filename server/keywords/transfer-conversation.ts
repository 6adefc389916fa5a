import { transferConversation } from "#basic/keywords/transfer-conversation.ts"
import { handOver } from "#server/records/delegation/hand-over.ts"
import { handlerFor } from "./handler.ts"
import { isJsonObject } from "./http/read-json.ts"
import { EffectFailed } from "./step.ts"

/** The bot, the person or the group has the conversation from here on; this script ends. */
export const transferConversationHandler = handlerFor(
  transferConversation,
  async ({ bot = "" }, step) => {
    if (step.isAutomation)
      throw new EffectFailed("delegate.failed", "Nobody talks here: there is nothing to hand over.")
    const answer = await step.record((tx, place) => handOver(tx, place, bot))
    const id = isJsonObject(answer) ? answer.bot : null
    return step.handOver(typeof id === "string" ? id : null)
  },
)
