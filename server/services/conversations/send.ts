import type { ConversationContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { hashBody } from "./hash-body.ts"
import { SendInput } from "./schema.ts"
import { type TurnAnswer, toTurnAnswer } from "./turn-answer.ts"

/**
 * Says something in a conversation, or picks a choice, and runs it to its next wait.
 *
 * The same key again gives the same answer and causes nothing. Throws: AppError "request.too_many",
 * "request.key_reused".
 */
export const sendToConversation = defineVerb({
  name: "conversations.send",
  permission: "conversations.send",
  input: SendInput,
  audit: null,
  run: async (
    context: ConversationContext,
    { key, ...said },
  ): Promise<{ answer: TurnAnswer; isRunning: boolean }> => {
    const { container, orgId, botId, conversationId } = context
    await spend(container, "sendPerConversation", conversationId)
    const result = await container.engine.accept({
      orgId,
      botId,
      source: `conversation:${conversationId}`,
      key: key ?? null,
      bodyHash: hashBody(said),
      conversationId,
      kind: "choice" in said ? "choice" : "message",
      ...said,
      waitMs: container.env.turnWaitMs,
    })
    return toTurnAnswer(result)
  },
})
