import { tagConversation } from "#server/records/conversations/tag-conversation.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadItem } from "./load.ts"
import { TagInput } from "./schema.ts"

/** Puts a tag on a conversation, or takes it off. Throws: AppError "conversation.not_found". */
export const tagInInbox = defineVerb({
  name: "inbox.tag",
  permission: "inbox.answer",
  input: TagInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { conversationId, tag, isOn },
  ): Promise<{ tags: readonly string[] }> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadItem(tx, orgId, conversationId)
      await tagConversation(tx, orgId, conversationId, tag, isOn)
      return { tags: (await loadItem(tx, orgId, conversationId)).tags }
    }),
})
