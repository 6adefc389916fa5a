import type { OrgTx } from "#db/transaction.ts"
import type { AttendantStatus } from "./find-attendant.ts"

/** Notes whether a member answers conversations at the moment. */
export async function setPresence(
  tx: OrgTx,
  orgId: string,
  userId: string,
  status: AttendantStatus,
  now: Date,
): Promise<void> {
  await tx.rows(
    `insert into attendants (org_id, user_id, status, updated_at) values ($1, $2, $3, $4)
     on conflict (org_id, user_id)
     do update set status = excluded.status, updated_at = excluded.updated_at`,
    [orgId, userId, status, now],
  )
}
