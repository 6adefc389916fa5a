import { setUrgency } from "#basic/keywords/set-priority.ts"
import { handoffPriorities } from "#server/records/handoffs/request-handoff.ts"
import { setPriority } from "#server/records/handoffs/set-priority.ts"
import { handlerFor } from "./handler.ts"
import { done, notDone, onConversation } from "./people/outcome.ts"
import { readChoice } from "./people/read-choice.ts"

export const setUrgencyHandler = handlerFor(setUrgency, ({ conversation, priority = "" }, step) => {
  const how = readChoice("priority", priority, handoffPriorities, "normal")
  return onConversation(step, conversation, async (tx, { orgId }, id) =>
    (await setPriority(tx, orgId, id, how))
      ? done({ id, priority: how })
      : notDone("This conversation is not in the queue."),
  )
})
