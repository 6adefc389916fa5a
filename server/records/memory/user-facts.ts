import type { Json } from "#basic/vm/value.ts"
import type { RecordWork } from "../place.ts"

/** Facts lie in the memory of the person under this prefix, so that they are forgotten with it. */
export const factPrefix = "fact:"
const maxFacts = 200

/** Lists what is known of the person of this run. Shape: [{key, value}], by key. */
export const listUserFacts: RecordWork = async (tx, place) => {
  const { orgId, botId, conversationId, contactId, nowMs } = place
  const rows = await tx.rows<{ key: string; value: Json }>(
    `select key, value from memory_entries
     where org_id = $1 and bot_id = $2 and scope = 'user' and subject = $3 and starts_with(key, $4)
       and (expires_at is null or expires_at > $5) order by key limit $6`,
    [orgId, botId, contactId ?? conversationId, factPrefix, new Date(nowMs), maxFacts],
  )
  return rows.map(({ key, value }) => ({ key: key.slice(factPrefix.length), value }))
}

/** Forgets everything the bot remembers of the person of this run. Gives how much it was. */
export const clearUserMemory: RecordWork = async (tx, place) => {
  const { orgId, botId, conversationId, contactId } = place
  const rows = await tx.rows(
    `delete from memory_entries where org_id = $1 and bot_id = $2 and scope = 'user' and subject = $3
     returning key`,
    [orgId, botId, contactId ?? conversationId],
  )
  return rows.length
}
