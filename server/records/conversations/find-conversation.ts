import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"

/** Finds a conversation of this bot by its id; an empty id is the run's own. Null when there is none. */
export async function findConversationId(
  tx: OrgTx,
  { orgId, botId, conversationId }: Pick<RecordPlace, "orgId" | "botId" | "conversationId">,
  wanted: string,
): Promise<string | null> {
  if (wanted.trim() === "" || wanted.trim() === conversationId) return conversationId
  const [row] = await tx.rows<{ id: string }>(
    "select id from conversations where org_id = $1 and bot_id = $2 and id = $3",
    [orgId, botId, wanted.trim()],
  )
  return row?.id ?? null
}
