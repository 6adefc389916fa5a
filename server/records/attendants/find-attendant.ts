import type { OrgTx } from "#db/transaction.ts"

export interface Attendant {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly status: AttendantStatus
  /** Conversations this person has at the moment. */
  readonly active: number
}
export const attendantStatuses = ["online", "busy", "away", "offline"] as const
export type AttendantStatus = (typeof attendantStatuses)[number]

/** Members who may answer conversations. */
const attendantRows = `
  select u.id, u.name, u.email, coalesce(a.status, 'offline') as status,
    (select count(*)::int from handoffs h
     where h.org_id = m.org_id and h.assigned_to = m.user_id and h.resolved_at is null) as active
  from members m join users u on u.id = m.user_id
  left join attendants a on a.org_id = m.org_id and a.user_id = m.user_id
  where m.org_id = $1 and m.role in ('owner', 'admin', 'builder')`

/** Lists who may answer, by name; with a presence only those. */
export async function listAttendants(
  tx: OrgTx,
  orgId: string,
  status: string | null = null,
): Promise<Attendant[]> {
  return await tx.rows<Attendant>(
    `select * from (${attendantRows}) who where $2::text is null or status = $2 order by lower(name), id`,
    [orgId, status],
  )
}

/** Finds who is meant by an id, an address or a name; null when nobody is, or when the text is empty. */
export async function findAttendant(
  tx: OrgTx,
  orgId: string,
  who: string,
): Promise<Attendant | null> {
  if (who.trim() === "") return null
  const [row] = await tx.rows<Attendant>(
    `select * from (${attendantRows}) who
     where id = $2 or lower(email) = lower($2) or lower(name) = lower($2) limit 1`,
    [orgId, who.trim()],
  )
  return row ?? null
}
