/**
 * How long does a script wait for FIND in a table of 50,000 rows, with and without the index of the column?
 *
 *   npm run bench -- tables            ROWS=50000 RUNS=40 by default
 *
 * As the app role under row-level security, on the embedded database, and on a real Postgres where
 * TEST_DATABASE_URL names one. The first search of a column reads every row and asks for an index; the others
 * are measured before it is there and after.
 */
import { fromJson } from "#basic"
import type { RowOperands } from "#basic/rows/commands/operands.ts"
import { beginTableCommand } from "#basic/rows/commands/table-commands.ts"
import { makePlainEnv } from "#basic/rows/plain-env.ts"
import type { TableContext } from "#basic/rows/store.ts"
import { createDatabase, type Database } from "#db/client.ts"
import { migrate } from "#db/migrate.ts"
import { openPostgres } from "#db/postgres/open-postgres.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { createTestBot, createTestOrg } from "#db/testing/factories.ts"
import { buildIndex, wantIndex } from "#server/records/tables/cell-index.ts"
import { driveTables } from "#server/records/tables/drive-tables.ts"
import { median } from "./machine/median.ts"
import { showMachine } from "./machine/show-machine.ts"

const rowCount = Number(process.env.ROWS ?? 50_000)
const runs = Number(process.env.RUNS ?? 40)
const batch = 1_000

const searches: readonly (readonly [string, string])[] = [
  ["one row, by a text", "email = 'p4711@example.org'"],
  ["one row, by a number", "code = 4711"],
  ["100 rows of one city", "city = 'City 17' LIMIT 100"],
  ["nothing", "email = 'nobody'"],
  ["by the key", "id = 4711"],
]

async function measure(db: Database, name: string) {
  const orgId = await createTestOrg(db)
  const { botId } = await createTestBot(db, orgId)
  const place = { orgId, botId, conversationId: "", contactId: null, nowMs: Date.now() }
  const run = (keyword: string, operands: RowOperands) =>
    db.withOrg(orgId, (tx) => {
      const context = makeContext()
      const work = beginTableCommand(keyword, operands, context)
      return driveTables(work, work.next(), tx, place, context.env)
    })
  const began = performance.now()
  for (let from = 1; from <= rowCount; from += batch) await run("SAVE", people(from))
  const filledMs = performance.now() - began
  await db.asOwner((tx) => tx.rows("analyze"))
  const time = async (filter: string) => {
    const times: number[] = []
    for (let at = 0; at < runs; at++) {
      const start = performance.now()
      await run("FIND", { table: "people", filter })
      times.push(performance.now() - start)
    }
    return median(times)
  }
  const before = new Map<string, number>()
  await db.tenantQuery([orgId], "update bot_tables set building = '{}', due = null")
  for (const [, filter] of searches) before.set(filter, await time(filter))
  const builtMs = await index(db, orgId)
  await db.asOwner((tx) => tx.rows("analyze"))
  console.log(`FIND in ${rowCount.toLocaleString("en")} rows, ${name}: median of ${runs}`)
  for (const [what, filter] of searches)
    console.log(
      `  ${what.padEnd(22)} ${(before.get(filter) ?? 0).toFixed(1).padStart(7)} ms without an index, ${(await time(filter)).toFixed(1).padStart(6)} ms with it`,
    )
  console.log(`  filled in ${Math.round(filledMs)} ms, three columns indexed in ${builtMs} ms`)
}

/** Collects the cells of the three columns and gives how long it took. */
async function index(db: Database, orgId: Awaited<ReturnType<typeof createTestOrg>>) {
  const read = async () =>
    (
      await db.tenantQuery<{ id: string; due: Date | null }>(
        [orgId],
        "select id, due from bot_tables where name = 'people'",
      )
    )[0]
  const { id = "" } = (await read()) ?? {}
  const began = performance.now()
  await db.withOrg(orgId, (tx) => wantIndex(tx, { orgId, tableId: id }, ["email", "code", "city"]))
  while ((await read())?.due) await db.withOrg(orgId, (tx) => buildIndex(tx, orgId, id))
  return Math.round(performance.now() - began)
}

const people = (from: number): RowOperands => ({
  table: "people",
  row: fromJson(
    Array.from({ length: Math.min(batch, rowCount - from + 1) }, (_, at) => ({
      id: from + at,
      email: `p${from + at}@example.org`,
      code: from + at,
      city: `City ${(from + at) % 100}`,
      note: "Some words about somebody who bought something once.",
    })),
  ),
})

const makeContext = (): TableContext => ({
  env: makePlainEnv(Date.now()),
  roles: null,
  maxRows: 1_000,
  makeId: () => "",
  log: () => {},
  session: { read: () => null, write: () => {} },
})

const embedded = await openEmbeddedTestDatabase()
await measure(embedded, "embedded database")
await embedded.close()
const url = process.env.TEST_DATABASE_URL
if (url !== undefined) {
  const backend = await openPostgres(url, 60_000)
  await migrate(backend)
  const db = createDatabase(backend, null)
  await measure(db, "Postgres")
  await db.close()
}
console.log(`  ${showMachine()}`)
