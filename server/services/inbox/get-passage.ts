import type { ServiceContext } from "../context.ts"
import { type CitedPassage, loadPassage } from "../conversations/load.ts"
import { defineVerb } from "../define-verb.ts"
import { loadItem } from "./load.ts"
import { InboxPassageInput } from "./schema.ts"

/** Reads a passage that a conversation cites, for whoever answers it. Throws: AppError "passage.not_found". */
export const getInboxPassage = defineVerb({
  name: "inbox.passage",
  permission: "inbox.read",
  input: InboxPassageInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { conversationId, passageId },
  ): Promise<CitedPassage> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadItem(tx, orgId, conversationId)
      return await loadPassage(tx, orgId, conversationId, passageId)
    }),
})
