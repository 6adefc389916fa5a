import type { OrgTx } from "#db/transaction.ts"
import { listAttendants } from "../attendants/find-attendant.ts"

/** The one of these with the fewest open tasks, the first of those with equally many; attendants when nobody is named. */
export async function chooseLeastBusy(
  tx: OrgTx,
  orgId: string,
  people: readonly string[],
): Promise<string> {
  const names =
    people.length > 0 ? people : (await listAttendants(tx, orgId)).map(({ email }) => email)
  const rows = await tx.rows<{ assignee: string; open: number }>(
    `select lower(assignee) as assignee, count(*)::int as open from tasks
     where org_id = $1 and state = 'open' and lower(assignee) = any($2::text[]) group by 1`,
    [orgId, names.map((name) => name.toLowerCase())],
  )
  const open = new Map(rows.map((row) => [row.assignee, row.open]))
  const ordered = names.map((name, place) => ({
    name,
    place,
    open: open.get(name.toLowerCase()) ?? 0,
  }))
  ordered.sort((one, other) => one.open - other.open || one.place - other.place)
  return ordered[0]?.name ?? ""
}
