import { addTag } from "#basic/keywords/tag-conversation.ts"
import { tagConversation } from "#server/records/conversations/tag-conversation.ts"
import { handlerFor } from "./handler.ts"
import { done, onConversation } from "./people/outcome.ts"

export const addTagHandler = handlerFor(addTag, ({ conversation, tag = "" }, step) =>
  onConversation(step, conversation, async (tx, { orgId }, id) => {
    await tagConversation(tx, orgId, id, tag)
    return done({ id, tag })
  }),
)
