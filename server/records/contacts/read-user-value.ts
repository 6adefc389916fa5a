import type { Json } from "#basic/vm/value.ts"
import type { RecordWork } from "../place.ts"

/**
 * Reads what is known of the person of this run under a name: what the flow remembered of them, else
 * what they, or the page they came from, said of themselves when the conversation began. The latter is
 * not verified, so it is read by `GET "user.x"` alone and never passes for a memory of the flow.
 * Null when nothing is known.
 */
export function readUserValue(key: string): RecordWork {
  return async (tx, { orgId, botId, conversationId, contactId, nowMs }) => {
    const [row] = await tx.rows<{ value: Json }>(
      `select coalesce(
         (select value from memory_entries
          where org_id = $1 and bot_id = $2 and scope = 'user' and subject = $3 and key = $5
            and (expires_at is null or expires_at > $6::timestamptz)),
         (select case $5 when 'name' then to_jsonb(name) else attributes -> $5 end
          from contacts where org_id = $1 and id = $4)
       ) as value`,
      [orgId, botId, contactId ?? conversationId, contactId, key, new Date(nowMs).toISOString()],
    )
    return row?.value ?? null
  }
}
