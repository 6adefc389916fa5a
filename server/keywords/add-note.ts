import { writeNote } from "#basic/keywords/add-note.ts"
import { limits } from "#catalog/limits.ts"
import { addNote } from "#server/records/conversations/add-note.ts"
import { handlerFor } from "./handler.ts"
import { done, onConversation } from "./people/outcome.ts"

export const writeNoteHandler = handlerFor(writeNote, ({ conversation, text = "" }, step) =>
  onConversation(step, conversation, async (tx, { orgId, nowMs }, conversationId) => {
    const note = text.slice(0, limits.taskTextChars)
    const base = {
      orgId,
      conversationId,
      kind: "note",
      author: "bot",
      now: new Date(nowMs),
    } as const
    return done({ note_id: await addNote(tx, { ...base, text: note }) })
  }),
)
