import { afterAll, beforeAll, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { listDue } from "../due-rows.ts"
import { openBench } from "./harness.ts"

let db: Database
beforeAll(async () => {
  db = await openPostgresTestDatabase()
})
afterAll(() => db.close())

it("finds the one row of a quiet organization beside twenty thousand of a noisy one (DOS-02)", async () => {
  const noisy = await openBench(db, "HEAR x")
  const quiet = await openBench(db, 'WAIT 5\nTALK "woken"')
  const filled = await noisy.start()
  await noisy.rows(
    `insert into timers (org_id, id, bot_id, conversation_id, kind, wait_id, state, due)
     select $1, 'tmr_' || lpad(n::text, 26, '0'), $2, $3, 'pause', 'none', 'waiting', now() - interval '1 hour'
     from generate_series(1, 20000) n`,
    [noisy.orgId, noisy.botId, filled.conversationId],
  )
  const { conversationId } = await quiet.start()
  quiet.clock.advance(5_000)
  await db.asOwner((tx) => tx.rows("analyze"))
  const begun = performance.now()
  const due = await listDue(db, "timers", quiet.clock.now(), 16, 200)
  expect(performance.now() - begun).toBeLessThan(500)
  expect(due.filter(({ orgId }) => orgId === noisy.orgId)).toHaveLength(16)
  expect(due.filter(({ orgId }) => orgId === quiet.orgId)).toHaveLength(1)
  quiet.engine.start()
  await expect
    .poll(() => quiet.readTranscript(conversationId), { timeout: 5_000 })
    .toEqual(["bot: woken"])
  await quiet.engine.stop()
}, 60_000)
