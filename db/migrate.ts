import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import type { Backend, Session } from "./backend.ts"
import { DatabaseRefusal, findDatabaseError } from "./errors.ts"

export interface Migration {
  /** The file's name: "0001_tables.sql". Applied in this order. */
  readonly name: string
  readonly text: string
}

const folder = new URL("./migrations/", import.meta.url)
const owner = { role: "owner", orgs: [] } as const
/** Names the lock among all advisory locks of the database. */
const lockKey = "8135402671"
const limitMs = 30 * 60_000

/** Reads the migrations in the order of their numbers. */
export function readMigrations(): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_[a-z0-9-_]+\.sql$/.test(name))
  return names.sort().map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }))
}

/**
 * Brings the database to the newest state. Forward only; doing it again changes nothing.
 *
 * Each migration is one transaction that first takes a lock and looks whether another process has
 * applied it meanwhile. Gives the names of those it applied. Throws: DatabaseRefusal when the database
 * is newer than the program, when an applied file was changed, or when a migration says what it lacks.
 */
export async function migrate(
  backend: Backend,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const known = await backend.transaction(owner, limitMs, async (session) => {
    await takeLock(session)
    await session.runScript(
      "create table if not exists schema_migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())",
    )
    const known = await readApplied(session)
    assertKnown(known, migrations)
    return known
  })
  const applied: string[] = []
  for (const migration of migrations)
    if (!known.has(migration.name) && (await apply(backend, migration)))
      applied.push(migration.name)
  return applied
}

async function apply(backend: Backend, { name, text }: Migration): Promise<boolean> {
  const hash = hashOf(text)
  return backend.transaction(owner, limitMs, async (session) => {
    await takeLock(session)
    if ((await readApplied(session)).has(name)) return false
    try {
      await session.runScript(text)
    } catch (error) {
      throw refusalOf(name, error)
    }
    await session.run("insert into schema_migrations (name, hash) values ($1, $2)", [name, hash])
    return true
  })
}

async function takeLock(session: Session) {
  await session.run(`select pg_advisory_xact_lock(${lockKey})`, [])
}

async function readApplied(session: Session): Promise<Map<string, string>> {
  const { rows } = await session.run("select name, hash from schema_migrations", [])
  return new Map(rows.map(([name, hash]) => [name ?? "", hash ?? ""]))
}

function assertKnown(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]) {
  const known = new Map(migrations.map(({ name, text }) => [name, hashOf(text)]))
  for (const [name, hash] of applied) {
    if (!known.has(name))
      throw new DatabaseRefusal(
        `The database was changed by a newer Botwright (${name}), and data is never taken backwards. Start that version or a later one.`,
      )
    if (known.get(name) !== hash)
      throw new DatabaseRefusal(
        `The migration ${name} was edited after this database had applied it. Put the file back as it was and write a new migration.`,
      )
  }
}

/** A migration speaks for itself with `raise exception`; anything else is a bug and keeps its own error. */
function refusalOf(name: string, error: unknown): unknown {
  const refusal = findDatabaseError(error)
  if (refusal?.code === "P0001") return new DatabaseRefusal(refusal.message)
  return new Error(`The migration ${name} does not run.`, { cause: error })
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}
