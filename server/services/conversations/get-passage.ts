import type { ConversationContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type CitedPassage, loadPassage } from "./load.ts"
import { PassageInput } from "./schema.ts"

/** Reads a passage that this conversation cites, and no other. Throws: AppError "passage.not_found". */
export const getPassage = defineVerb({
  name: "conversations.passage",
  permission: "conversations.read",
  input: PassageInput,
  audit: null,
  run: async (
    { container, orgId, conversationId }: ConversationContext,
    { passageId },
  ): Promise<CitedPassage> =>
    container.db.withOrg(orgId, (tx) => loadPassage(tx, orgId, conversationId, passageId)),
})
