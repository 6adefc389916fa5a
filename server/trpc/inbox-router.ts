import { addInboxNote } from "#server/services/inbox/add-note.ts"
import { getInboxConversation } from "#server/services/inbox/get.ts"
import { getInboxPassage } from "#server/services/inbox/get-passage.ts"
import { listInbox } from "#server/services/inbox/list.ts"
import { replyAsAgent } from "#server/services/inbox/reply.ts"
import { resolveConversation } from "#server/services/inbox/resolve.ts"
import { setOwnPresence } from "#server/services/inbox/set-presence.ts"
import { tagInInbox } from "#server/services/inbox/tag.ts"
import { takeOver } from "#server/services/inbox/take.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const inboxRouter = router({
  list: orgQuery(listInbox),
  get: orgQuery(getInboxConversation),
  passage: orgQuery(getInboxPassage),
  take: orgMutation(takeOver),
  reply: orgMutation(replyAsAgent),
  note: orgMutation(addInboxNote),
  tag: orgMutation(tagInInbox),
  resolve: orgMutation(resolveConversation),
  setPresence: orgMutation(setOwnPresence),
})
