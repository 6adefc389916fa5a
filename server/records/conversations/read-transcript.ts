import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { findConversationId } from "./find-conversation.ts"

const maxMessages = 80
const speakers: Readonly<Record<string, string>> = {
  contact: "Customer",
  agent: "Agent",
  bot: "Bot",
}

/**
 * The newest 80 messages of a conversation of this bot as lines, for a model to read; an empty id is this
 * conversation. Nothing of what staff wrote beside it.
 *
 * Throws: AppError "conversation.not_found".
 */
export async function readTranscript(tx: OrgTx, place: RecordPlace, wanted: string): Promise<Json> {
  const id = await findConversationId(tx, place, wanted)
  if (id === null) throw new AppError("conversation.not_found")
  const rows = await tx.rows<{ sender: string; text: string }>(
    `select sender, text from messages
     where org_id = $1 and conversation_id = $2 and text <> '' order by seq desc limit $3::int`,
    [place.orgId, id, maxMessages],
  )
  return rows
    .reverse()
    .map(({ sender, text }) => `${speakers[sender] ?? sender}: ${text}`)
    .join("\n")
}
