import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"

interface QueueRow {
  readonly handoff_id: string
  readonly conversation_id: string
  readonly state: string
  readonly wanted: string
  readonly priority: string
  readonly context: string
  readonly assigned_to_name: string | null
  readonly customer_name: string | null
  readonly channel: string
  readonly last_message: string | null
  readonly created_at: Date
}

const maxItems = 200

/**
 * The conversations of a bot that need a person: the urgent first, then the oldest.
 *
 * Shape: {total, waiting, active, items: [{id, conversation_id, status, ...}]}. Reads: handoffs.
 */
export async function listQueue(tx: OrgTx, orgId: string, botId: string): Promise<Json> {
  const rows = await tx.rows<QueueRow>(
    `select h.id as handoff_id, h.conversation_id, h.state, h.wanted, h.priority, h.context,
       u.name as assigned_to_name, k.name as customer_name, c.channel, h.created_at,
       (select m.text from messages m where m.conversation_id = h.conversation_id and m.sender = 'contact'
        order by m.seq desc limit 1) as last_message
     from handoffs h
     join conversations c on c.org_id = h.org_id and c.id = h.conversation_id
     left join contacts k on k.org_id = c.org_id and k.id = c.contact_id
     left join users u on u.id = h.assigned_to
     where h.org_id = $1 and h.bot_id = $2 and h.resolved_at is null
     order by h.state desc, array_position(array['urgent', 'high', 'normal', 'low'], h.priority), h.created_at
     limit $3`,
    [orgId, botId, maxItems],
  )
  const waiting = rows.filter((row) => row.state === "waiting").length
  const items = rows.map(({ created_at, state, ...row }) => ({
    id: row.conversation_id,
    status: state,
    ...row,
    created_at: created_at.toISOString(),
  }))
  return { total: rows.length, waiting, active: rows.length - waiting, items }
}
