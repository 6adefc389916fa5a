import { transferConversation } from "#basic/keywords/transfer-conversation.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

export const transferConversationHandler = handlerFor(transferConversation, () => {
  throw new EffectFailed(
    "delegate.failed",
    "Handing over to another bot is not possible on this server.",
  )
})
