import type { ChatMessage, Choice, MessageFile, MessageSource } from "#catalog/messages.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type InboxItem, loadItem } from "./load.ts"
import { ConversationInput } from "./schema.ts"

export interface InboxNote {
  readonly id: string
  /** "notice" is a message to staff. */
  readonly kind: "note" | "notice"
  readonly author: string
  readonly text: string
  readonly at: string
}

export interface InboxConversation extends InboxItem {
  /** The last two hundred, in order. */
  readonly messages: readonly ChatMessage[]
  readonly notes: readonly InboxNote[]
  /** The person who asks has taken it over. */
  readonly isYours: boolean
}

/** One conversation with what was said, and what staff wrote beside it. */
export const getInboxConversation = defineVerb({
  name: "inbox.get",
  permission: "inbox.read",
  input: ConversationInput,
  audit: null,
  run: async (
    { orgId, userId, container }: ServiceContext,
    { conversationId },
  ): Promise<InboxConversation> =>
    container.db.withOrg(orgId, async (tx) => {
      const item = await loadItem(tx, orgId, conversationId)
      const messages = await listMessages(tx, orgId, conversationId)
      const notes = await listNotes(tx, orgId, conversationId)
      const isYours = item.state === "active" && item.assignedTo?.id === userId
      return { ...item, messages, notes, isYours }
    }),
})

interface MessageRow extends Omit<ChatMessage, "at" | "choices" | "file" | "sources"> {
  readonly choices: Choice[] | null
  readonly attachment: MessageFile | null
  readonly sources: MessageSource[] | null
  readonly at: Date
}

async function listMessages(tx: OrgTx, orgId: string, id: string): Promise<ChatMessage[]> {
  const rows = await tx.rows<MessageRow>(
    `select id, seq, sender as "from", kind, text, choices, attachment, sources, at from messages
     where org_id = $1 and conversation_id = $2 order by seq desc limit 200`,
    [orgId, id],
  )
  return rows.reverse().map(({ choices, attachment, sources, at, ...row }) => ({
    ...row,
    ...(choices !== null && { choices }),
    ...(attachment !== null && { file: attachment }),
    ...(sources !== null && { sources }),
    at: at.toISOString(),
  }))
}

async function listNotes(tx: OrgTx, orgId: string, id: string): Promise<InboxNote[]> {
  const rows = await tx.rows<Omit<InboxNote, "at"> & { at: Date }>(
    `select id, kind, author, text, at from conversation_notes
     where org_id = $1 and conversation_id = $2 order by at desc, id desc limit 100`,
    [orgId, id],
  )
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
