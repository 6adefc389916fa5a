import { AppError } from "#server/errors/app-error.ts"
import { appendAgentMessage } from "#server/records/conversations/append-agent-message.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { announceChange } from "./announce.ts"
import { loadItem } from "./load.ts"
import { ReplyInput } from "./schema.ts"

/**
 * Answers in a conversation one has taken over. It goes past the mailbox: it waits for no turn of the bot.
 *
 * Throws: AppError "conversation.not_found", "handoff.not_yours".
 */
export const replyAsAgent = defineVerb({
  name: "inbox.reply",
  permission: "inbox.answer",
  input: ReplyInput,
  audit: null,
  run: async (context: ServiceContext, { conversationId, text }): Promise<{ seq: number }> => {
    const { orgId, userId, container } = context
    const now = container.clock.now()
    const seq = await container.db.withOrg(orgId, async (tx) => {
      const { state, assignedTo } = await loadItem(tx, orgId, conversationId)
      if (state !== "active" || assignedTo?.id !== userId) throw new AppError("handoff.not_yours")
      // Web and REST clients read by sequence number; a channel that does not needs a row in the outbox.
      return appendAgentMessage(tx, {
        ...{ orgId, conversationId, text, now, hasOutbox: false },
        userId: userId ?? "",
      })
    })
    if (seq === null) throw new AppError("conversation.not_found")
    await announceChange(context, conversationId, seq)
    return { seq }
  },
})
