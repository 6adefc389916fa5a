import { afterAll, beforeAll, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { FakeService, json } from "./fake-service.ts"
import { openBench } from "./harness.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

it("goes on at once after a restart with the embedded database, however long the lease", async () => {
  const service = new FakeService()
  const reached = Promise.withResolvers<void>()
  service.answer = () => {
    service.answer = () => json({ id: 7 })
    reached.resolve()
    return new Promise<never>(() => {})
  }
  const bench = await openBench(
    db,
    'HEAR x\nTALK "ordering"\nr = POST "https://shop.example/"\nTALK "order " + r.id\nHEAR y',
    { send: service.send, options: { leaseMs: 600_000 } },
  )
  const { conversationId } = await bench.start()
  void bench.say(conversationId, "tea", { waitMs: 1 })
  await reached.promise
  const restarted = bench.addEngine()
  restarted.start()
  await expect
    .poll(() => bench.readTranscript(conversationId), { timeout: 5_000 })
    .toEqual(["contact: tea", "bot: ordering", "bot: order 7"])
  await restarted.stop()
})
