import type { Database } from "../client.ts"

export interface CatalogueColumn {
  readonly name: string
  readonly type: string
  readonly isNullable: boolean
  readonly hasDefault: boolean
  /** The database computes it from the others; nobody writes it. */
  readonly isGenerated: boolean
}

export interface CatalogueTable {
  readonly name: string
  /** The column with the organization: `org_id`, for `organizations` its `id`, null for a table that has none. */
  readonly orgColumn: "org_id" | "id" | null
  readonly isForced: boolean
  readonly columns: readonly CatalogueColumn[]
}

export interface CatalogueReference {
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
  readonly target: string
  readonly targetColumns: readonly string[]
}

/** Reads what Postgres itself says the tables are, so that a new table is in every generated test. */
export async function readTables(db: Database): Promise<CatalogueTable[]> {
  const rows = await db.asOwner((tx) =>
    tx.rows<{ name: string; forced: boolean; columns: CatalogueColumn[] }>(tablesQuery),
  )
  return rows.map(({ name, forced, columns }) => ({
    name,
    orgColumn: orgColumnOf(name, columns),
    isForced: forced,
    columns,
  }))
}

export async function readReferences(db: Database): Promise<CatalogueReference[]> {
  return db.asOwner((tx) => tx.rows<CatalogueReference & Record<string, unknown>>(referencesQuery))
}

function orgColumnOf(name: string, columns: readonly CatalogueColumn[]) {
  if (name === "organizations") return "id"
  return columns.some((column) => column.name === "org_id") ? "org_id" : null
}

const tablesQuery = `
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
    (select jsonb_agg(jsonb_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'isNullable', not a.attnotnull, 'hasDefault', a.atthasdef,
        'isGenerated', a.attgenerated <> '') order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'
  order by 1`

const referencesQuery = `
  select k.conname as name, k.conrelid::regclass::text as table, k.confrelid::regclass::text as target,
    (select jsonb_agg(a.attname order by u.n) from unnest(k.conkey) with ordinality u (num, n)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as columns,
    (select jsonb_agg(a.attname order by u.n) from unnest(k.confkey) with ordinality u (num, n)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num) as "targetColumns"
  from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace
  order by 1`
