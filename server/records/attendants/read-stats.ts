import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { findAttendant } from "./find-attendant.ts"

/**
 * Counts what a person answered.
 *
 * Shape: {success, id, name, status, active, resolved, resolved_today, average_wait_seconds}.
 */
export async function readAttendantStats(
  tx: OrgTx,
  orgId: string,
  who: string,
  nowMs: number,
): Promise<Json> {
  const person = await findAttendant(tx, orgId, who)
  if (person === null)
    return { success: false, error: "Nobody of this name answers conversations." }
  const [row] = await tx.rows<{ resolved: number; today: number; wait: number | string | null }>(
    `select count(*) filter (where resolved_at is not null)::int as resolved,
       count(*) filter (where resolved_at > $3)::int as today,
       avg(extract(epoch from taken_at - created_at)) as wait
     from handoffs where org_id = $1 and assigned_to = $2`,
    [orgId, person.id, new Date(nowMs - 24 * 3_600_000)],
  )
  const { id, name, status, active } = person
  return {
    ...{ success: true, id, name, status, active },
    resolved: row?.resolved ?? 0,
    resolved_today: row?.today ?? 0,
    average_wait_seconds: Math.round(Number(row?.wait ?? 0)),
  }
}
