import { tagConversation } from "#server/records/conversations/tag-conversation.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { announceInbox } from "./announce.ts"
import { loadItem } from "./load.ts"
import { TagInput } from "./schema.ts"

/** Puts a tag on a conversation, or takes it off. Throws: AppError "conversation.not_found". */
export const tagInInbox = defineVerb({
  name: "inbox.tag",
  permission: "inbox.answer",
  input: TagInput,
  audit: null,
  run: async (
    context: ServiceContext,
    { conversationId, tag, isOn },
  ): Promise<{ tags: readonly string[] }> => {
    const { orgId, container } = context
    const { tags } = await container.db.withOrg(orgId, async (tx) => {
      await loadItem(tx, orgId, conversationId)
      await tagConversation(tx, orgId, conversationId, tag, isOn)
      return await loadItem(tx, orgId, conversationId)
    })
    await announceInbox(context)
    return { tags }
  },
})
