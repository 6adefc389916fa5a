import type { Backend } from "./backend.ts"
import { DatabaseRefusal, findDatabaseError } from "./errors.ts"

const app = { role: "app", orgs: [] } as const
const owner = { role: "owner", orgs: [] } as const

/**
 * Makes sure that tenants are kept apart by the database itself before anything is served: the role
 * the product runs as cannot get round row-level security, and every table that has an organization forces it.
 *
 * Throws: DatabaseRefusal with a sentence.
 */
export async function assertIsolation(backend: Backend): Promise<void> {
  const [role, canBypass] = await readRole(backend)
  if (role !== "botwright_app" || canBypass !== "f")
    throw new DatabaseRefusal(
      `The database runs statements as ${role}, who is not bound by row-level security. Run: alter role botwright_app nosuperuser nobypassrls; and connect without a pooler that drops the role.`,
    )
  const { rows } = await backend.transaction(owner, 60_000, (session) =>
    session.run(unprotectedTables, []),
  )
  if (rows.length > 0)
    throw new DatabaseRefusal(
      `Row-level security is off for ${rows.map(([table]) => table).join(", ")}. Call protect_tenant_table for each in a migration.`,
    )
}

const unprotectedTables = `
  select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')
    and not (c.relrowsecurity and c.relforcerowsecurity)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
  order by 1`

async function readRole(backend: Backend) {
  try {
    const { rows } = await backend.query(
      app,
      "select rolname, rolsuper or rolbypassrls from pg_roles where rolname = current_user",
      [],
    )
    return rows[0] ?? [null, null]
  } catch (error) {
    const { rows } = await backend.query(owner, "select quote_ident(current_user)", [])
    const reason = findDatabaseError(error)?.message ?? String(error)
    throw new DatabaseRefusal(
      `The database user of DATABASE_URL may not take the role botwright_app (${reason}). Ask an administrator to run: grant botwright_app, botwright_search, botwright_dispatcher, botwright_accounts to ${rows[0]?.[0]};`,
    )
  }
}
