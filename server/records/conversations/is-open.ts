import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { findConversationId } from "./find-conversation.ts"

/** Says whether a conversation of this bot is open; an empty id is the run's own. */
export async function isConversationOpen(
  tx: OrgTx,
  place: RecordPlace,
  wanted: string,
): Promise<boolean> {
  const id = await findConversationId(tx, place, wanted)
  const rows = await tx.rows(
    "select id from conversations where org_id = $1 and id = $2 and status = 'open'",
    [place.orgId, id],
  )
  return rows.length > 0
}
