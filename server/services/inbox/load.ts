import type { ConversationId, UserId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

/** A conversation as the inbox lists it. */
export interface InboxItem {
  readonly conversationId: ConversationId
  readonly botName: string
  /** Null for a visitor who said no name. */
  readonly contactName: string | null
  /** "bot": nobody is wanted, the bot answers. */
  readonly state: "waiting" | "active" | "bot"
  readonly priority: string
  readonly wanted: string
  readonly context: string
  readonly assignedTo: { readonly id: UserId; readonly name: string } | null
  readonly tags: readonly string[]
  readonly lastText: string
  readonly lastFrom: string
  readonly lastAt: string
  readonly waitingSince: string | null
}

interface Row extends Omit<InboxItem, "assignedTo" | "lastAt" | "waitingSince"> {
  readonly assignedId: UserId | null
  readonly assignedName: string | null
  readonly lastAt: Date
  readonly waitingSince: Date | null
}

const columns = `
  c.id as "conversationId", b.name as "botName", k.name as "contactName",
  coalesce(h.state, 'bot') as state, coalesce(h.priority, 'normal') as priority,
  coalesce(h.wanted, '') as wanted, coalesce(h.context, '') as context,
  u.id as "assignedId", u.name as "assignedName", c.last_at as "lastAt",
  h.created_at as "waitingSince", coalesce(m.text, '') as "lastText", coalesce(m.sender, 'bot') as "lastFrom",
  (select coalesce(array_agg(t.tag order by t.tag), '{}') from conversation_tags t
   where t.org_id = c.org_id and t.conversation_id = c.id) as tags`
const joins = `
  join bots b on b.org_id = c.org_id and b.id = c.bot_id
  left join contacts k on k.org_id = c.org_id and k.id = c.contact_id
  left join users u on u.id = coalesce(h.assigned_to, c.taken_over_by)
  left join lateral (select text, sender from messages m
    where m.conversation_id = c.id order by m.seq desc limit 1) m on true`

const maxItems = 100

/** The conversations a person should look at: the urgent first, then who waits longest. */
export async function listOpen(tx: OrgTx, orgId: string, userId: string | null) {
  const rows = await tx.rows<Row>(
    `select ${columns} from handoffs h
     join conversations c on c.org_id = h.org_id and c.id = h.conversation_id ${joins}
     where h.org_id = $1 and h.resolved_at is null and ($2::text is null or h.assigned_to = $2)
     order by h.state desc, array_position(array['urgent', 'high', 'normal', 'low'], h.priority), h.created_at
     limit $3`,
    [orgId, userId, maxItems],
  )
  return rows.map(toItem)
}

/** The last conversations of all bots. */
export async function listLatest(tx: OrgTx, orgId: string) {
  const rows = await tx.rows<Row>(
    `select ${columns} from (
       select * from conversations where org_id = $1
       order by last_minute desc, last_at desc limit $2) c
     left join handoffs h on h.org_id = c.org_id and h.conversation_id = c.id and h.resolved_at is null
     ${joins} order by c.last_at desc`,
    [orgId, maxItems],
  )
  return rows.map(toItem)
}

/** One conversation. Throws: AppError "conversation.not_found". */
export async function loadItem(tx: OrgTx, orgId: string, id: string): Promise<InboxItem> {
  const [row] = await tx.rows<Row>(
    `select ${columns} from conversations c
     left join handoffs h on h.org_id = c.org_id and h.conversation_id = c.id and h.resolved_at is null
     ${joins} where c.org_id = $1 and c.id = $2`,
    [orgId, id],
  )
  if (row === undefined) throw new AppError("conversation.not_found")
  return toItem(row)
}

function toItem({ assignedId, assignedName, lastAt, waitingSince, ...row }: Row): InboxItem {
  return {
    ...row,
    assignedTo: assignedId === null ? null : { id: assignedId, name: assignedName ?? "" },
    lastAt: lastAt.toISOString(),
    waitingSince: waitingSince?.toISOString() ?? null,
  }
}
