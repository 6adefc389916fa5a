import { isActive } from "#basic/keywords/is-active.ts"
import { isConversationOpen } from "#server/records/conversations/is-open.ts"
import { handlerFor } from "./handler.ts"

export const isActiveHandler = handlerFor(isActive, async ({ session = "" }, step) => {
  const isOpen = await step.record((tx, place) => isConversationOpen(tx, place, session))
  return isOpen === true
})
