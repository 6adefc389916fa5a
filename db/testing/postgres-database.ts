import { createDatabase, type Database } from "../client.ts"
import { migrate } from "../migrate.ts"
import { openPostgres } from "../postgres/open-postgres.ts"
import { type AdminClient, openAdminClient } from "./admin-client.ts"
import { hashOfMigrations, type TestDatabaseOptions } from "./embedded-database.ts"

let made = 0

/**
 * Opens a database of its own on the test server for one suite, cloned from a template that the first
 * suite migrates; closing it drops it.
 *
 * Throws: an Error with a sentence when TEST_DATABASE_URL is not set (`npm run test:db` sets it).
 */
export async function openPostgresTestDatabase({
  limitMs = 5_000,
}: TestDatabaseOptions = {}): Promise<Database> {
  const { url, drop } = await createTestDatabase()
  const database = createDatabase(await openPostgres(url, limitMs), null, limitMs)
  return {
    ...database,
    async close() {
      await database.close()
      await drop()
    },
  }
}

/** Clones the template and gives the address of the clone. */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = testServerUrl()
  const name = `suite_${process.pid}_${++made}_${Math.random().toString(36).slice(2, 8)}`
  const template = await withAdmin(server, ensureTemplate)
  await withAdmin(server, (admin) => admin.run(`create database ${name} template ${template}`))
  return {
    url: withDatabase(server, name),
    drop: async () => {
      await withAdmin(server, (admin) => admin.run(`drop database if exists ${name} with (force)`))
    },
  }
}

/** The test server, as `npm run test:db` passes it on. */
export function testServerUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined || url === "")
    throw new Error(
      "TEST_DATABASE_URL names no Postgres. Run these suites with `npm run test:db`, which starts one.",
    )
  return url
}

export function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function ensureTemplate(admin: AdminClient): Promise<string> {
  const name = `template_${hashOfMigrations()}`
  // One connection, so the lock and its release meet; it also ends with the process.
  await admin.run("select pg_advisory_lock(8135402672)")
  const [found] = await admin.run("select from pg_database where datname = $1", [name])
  if (found === undefined) {
    const building = `${name}_building`
    await admin.run(`drop database if exists ${building} with (force)`)
    await admin.run(`create database ${building}`)
    const backend = await openPostgres(withDatabase(testServerUrl(), building), 60_000)
    await migrate(backend)
    await backend.close()
    await admin.run(`alter database ${building} rename to ${name}`)
  }
  await admin.run("select pg_advisory_unlock(8135402672)")
  return name
}

async function withAdmin<T>(server: string, work: (admin: AdminClient) => Promise<T>): Promise<T> {
  const admin = await openAdminClient(server)
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
