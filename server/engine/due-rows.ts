import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { WorkTable } from "#server/jobs/define-job.ts"

export interface DueRow {
  readonly orgId: OrgId
  readonly id: string
}

/**
 * Lists what is due, organization by organization in turn: whoever has a million rows gets no more than
 * whoever has one, until everybody had some.
 *
 * Shape: at most `perOrg` rows of each organization, the oldest first; organizations in random order.
 */
export async function listDue(
  db: Database,
  table: WorkTable,
  /** Null: the database's own clock. */
  now: Date | null,
  perOrg: number,
  limit: number,
): Promise<DueRow[]> {
  // One step per organization over the index (org_id, due, id), however many rows an organization has.
  const rows = await db.dispatcherQuery<{ org_id: OrgId; id: string }>(
    `with recursive orgs as (
       (select org_id from ${table} where due is not null order by org_id limit 1)
       union all
       select (select t.org_id from ${table} t where t.due is not null and t.org_id > orgs.org_id
               order by t.org_id limit 1)
       from orgs where orgs.org_id is not null
     )
     select t.org_id, t.id from orgs cross join lateral (
       select r.org_id, r.id, row_number() over (order by r.due, r.id) as place from ${table} r
       where r.org_id = orgs.org_id and r.due is not null and r.due <= coalesce($1::timestamptz, clock_timestamp())
       order by r.due, r.id limit $2::int
     ) t
     where orgs.org_id is not null
     order by t.place, random() limit $3::int`,
    [now, perOrg, limit],
  )
  return rows.map((row) => ({ orgId: row.org_id, id: row.id }))
}

/**
 * Names the tables in which something is due, of many in one round trip: most looks find nothing anywhere.
 *
 * `now` is null where the database's own clock counts. An index on `due` alone would hold every row twice; the first
 * row of each organization over (org_id, due, id) says as much.
 */
export async function findTablesDue(
  db: Database,
  clocks: Readonly<Partial<Record<WorkTable, Date | null>>>,
): Promise<Set<WorkTable>> {
  const tables = Object.entries(clocks)
  const looks = tables.map(
    ([table], index) => `select '${table}' as name where exists (
       with recursive orgs as (
         (select org_id, due from ${table} where due is not null order by org_id, due limit 1)
         union all
         select next.* from orgs cross join lateral (
           select t.org_id, t.due from ${table} t where t.due is not null and t.org_id > orgs.org_id
           order by t.org_id, t.due limit 1) next
       )
       select from orgs where due <= coalesce($${index + 1}::timestamptz, clock_timestamp()))`,
  )
  const rows = await db.dispatcherQuery<{ name: WorkTable }>(
    looks.join("\nunion all\n"),
    tables.map(([, now]) => now),
  )
  return new Set(rows.map(({ name }) => name))
}

/** Whose row it is; null when it does not exist or nothing is left to do. */
export async function findOwner(db: Database, table: WorkTable, id: string): Promise<OrgId | null> {
  const [row] = await db.dispatcherQuery<{ org_id: OrgId }>(
    `select org_id from ${table} where id = $1 and due is not null`,
    [id],
  )
  return row?.org_id ?? null
}

/** Makes every claim lapse and every open event due: right only where no other process can be alive. */
export async function letClaimsLapse(db: Database): Promise<void> {
  const open = await db.dispatcherQuery<{ org_id: OrgId }>(
    "select distinct org_id from inbound_events where due is not null",
  )
  const orgIds = open.map((row) => row.org_id)
  if (orgIds.length === 0) return
  await db.tenantQuery(
    orgIds,
    `with lapsed as (
       update conversations set claim_until = clock_timestamp() - interval '1 second'
       where running is not null returning org_id, running
     )
     update inbound_events e set due = clock_timestamp()
     from lapsed where e.org_id = lapsed.org_id and e.id = lapsed.running`,
  )
}
