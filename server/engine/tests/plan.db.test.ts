import { afterAll, beforeAll, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { openBench } from "./harness.ts"

let db: Database
beforeAll(async () => {
  db = await openPostgresTestDatabase()
})
afterAll(() => db.close())

/** Rows the statements of the engine touch by key; each is filled so that a scan would be noticed. */
const tables = ["conversations", "inbound_events", "messages", "timers", "runs"]

async function readScans() {
  const rows = await db.asOwner((tx) =>
    tx.rows<{ name: string; scans: number; changes: number }>(
      `select relname as name, seq_scan::int as scans, (n_tup_ins + n_tup_upd)::int as changes
       from pg_stat_user_tables where relname = any($1)`,
      [tables],
    ),
  )
  return new Map(rows.map((row) => [row.name, row]))
}

it("reaches every row by its key, however many rows there are", async () => {
  const bench = await openBench(
    db,
    'HEAR x TIMEOUT 600 GOTO late\nSET USER MEMORY "x", x\nTALK x\nHEAR y TIMEOUT 600 GOTO late\nlate:\nTALK "end"',
  )
  const started = await Promise.all(Array.from({ length: 800 }, () => bench.start()))
  await db.asOwner((tx) => tx.rows("analyze"))
  // Statistics travel from a connection after a second; the first turns also bring those of the filling.
  const ids = started.map(({ conversationId }) => conversationId)
  await Promise.all(ids.slice(0, 50).map((id) => bench.say(id, "first")))
  const changesOf = async () => (await readScans()).get("messages")!.changes
  await expect.poll(changesOf, { timeout: 15_000 }).toBeGreaterThanOrEqual(100)
  const before = await readScans()
  await Promise.all(ids.slice(50, 250).map((id) => bench.say(id, "second")))
  await expect.poll(changesOf, { timeout: 15_000 }).toBeGreaterThanOrEqual(500)
  const after = await readScans()
  for (const table of tables)
    expect(after.get(table)!.scans - before.get(table)!.scans, table).toBe(0)
}, 120_000)

/** What the engine writes to a conversation at every turn. */
const written =
  /\b(version|epoch|running|claim_until|state|waiting|next_seq|last_at|run_id|bot_version_id|language)\b/

it("keeps out of every index of conversations what a turn changes, so that a turn stays on its page", async () => {
  const rows = await db.asOwner((tx) =>
    tx.rows<{ index: string }>(
      "select indexdef as index from pg_indexes where tablename = 'conversations'",
    ),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map(({ index }) => index).filter((index) => written.test(index))).toEqual([])
})
