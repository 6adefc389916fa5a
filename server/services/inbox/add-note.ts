import { addNote } from "#server/records/conversations/add-note.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { announceInbox } from "./announce.ts"
import { loadItem } from "./load.ts"
import { NoteInput } from "./schema.ts"

/** Writes a note beside a conversation, which its visitor never sees. Throws: AppError "conversation.not_found". */
export const addInboxNote = defineVerb({
  name: "inbox.note",
  permission: "inbox.answer",
  input: NoteInput,
  audit: null,
  run: async (context: ServiceContext, { conversationId, text }): Promise<null> => {
    const { orgId, userId, container } = context
    const now = container.clock.now()
    await container.db.withOrg(orgId, async (tx) => {
      await loadItem(tx, orgId, conversationId)
      const [person] = await tx.rows<{ name: string }>("select name from users where id = $1", [
        userId,
      ])
      const author = person?.name ?? ""
      await addNote(tx, { orgId, conversationId, kind: "note", author, text, now })
    })
    await announceInbox(context)
    return null
  },
})
