import { AppError } from "#server/errors/app-error.ts"
import { takeConversation } from "#server/records/handoffs/take-conversation.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { announceChange } from "./announce.ts"
import { ConversationInput } from "./schema.ts"

/**
 * Takes a conversation over: from this moment on nothing the bot says in it is shown.
 *
 * Throws: AppError "conversation.not_found", "handoff.held" when somebody else has it.
 */
export const takeOver = defineVerb({
  name: "inbox.take",
  permission: "inbox.answer",
  input: ConversationInput,
  audit: "conversation.taken",
  run: async (context: ServiceContext, { conversationId }): Promise<null> => {
    const { orgId, userId, container } = context
    const now = container.clock.now()
    await container.db.withOrg(orgId, async (tx) => {
      const taking = { orgId, conversationId, userId: userId ?? "", now }
      const { answer } = await takeConversation(tx, taking)
      if (answer === "missing") throw new AppError("conversation.not_found")
      if (answer === "held") throw new AppError("handoff.held")
      const subject = { kind: "conversation", id: conversationId } as const
      await recordAudit(tx, context, "conversation.taken", subject)
    })
    await announceChange(context, conversationId)
    return null
  },
})
