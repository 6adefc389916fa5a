import { assignConversation } from "#basic/keywords/assign-conversation.ts"
import { findAttendant } from "#server/records/attendants/find-attendant.ts"
import { takeConversation } from "#server/records/handoffs/take-conversation.ts"
import { handlerFor } from "./handler.ts"
import { done, notDone, onConversation } from "./people/outcome.ts"

export const assignConversationHandler = handlerFor(
  assignConversation,
  ({ conversation, attendant = "" }, step) =>
    onConversation(step, conversation, async (tx, { orgId, nowMs }, conversationId) => {
      const person = await findAttendant(tx, orgId, attendant)
      if (person === null) return notDone("Nobody of this name answers conversations.")
      const taking = { orgId, conversationId, userId: person.id, now: new Date(nowMs) }
      await takeConversation(tx, taking, "script")
      return done({ id: conversationId, attendant_id: person.id, attendant_name: person.name })
    }),
)
