import { newId, type OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storableText } from "../storable.ts"

export interface Note {
  readonly orgId: OrgId
  readonly conversationId: string
  /** "notice" is a message to staff. */
  readonly kind: "note" | "notice"
  /** A person's name, or "bot". */
  readonly author: string
  readonly text: string
  readonly now: Date
}

/** Writes beside a conversation what its visitor never sees. Gives the note's id. */
export async function addNote(tx: OrgTx, note: Note): Promise<string> {
  const { orgId, conversationId, kind, author, text, now } = note
  const id = newId("nte", now.getTime())
  await tx.rows(
    `insert into conversation_notes (org_id, id, conversation_id, kind, author, text, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [orgId, id, conversationId, kind, author, storableText(text), now],
  )
  return id
}
