import { resolveConversation } from "#basic/keywords/resolve-conversation.ts"
import { resolveHandoff } from "#server/records/handoffs/resolve-handoff.ts"
import { handlerFor } from "./handler.ts"
import { done, notDone, onConversation } from "./people/outcome.ts"

export const resolveConversationHandler = handlerFor(
  resolveConversation,
  ({ conversation, reason = "" }, step) =>
    onConversation(step, conversation, async (tx, { orgId, nowMs }, conversationId) => {
      const now = new Date(nowMs)
      const isOver = await resolveHandoff(tx, { orgId, conversationId, reason, goOn: "here", now })
      return isOver
        ? done({ id: conversationId })
        : notDone("Nobody was asked for in this conversation.")
    }),
)
