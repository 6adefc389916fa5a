import { afterAll, beforeAll, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { openBench } from "#server/engine/tests/harness.ts"
import { addContact } from "#server/engine/tests/world.ts"
import type { Hint, Queue } from "#server/infra/queue/port.ts"
import { startWorkers } from "./index.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

/** A queue that hands hints on at once when it is told to, or loses them. */
function fakeQueue() {
  const hints: { job: string; rowId: string; delayMs: number }[] = []
  const workers = new Map<string, (hint: Hint) => Promise<void>>()
  const queue: Queue = {
    add: async (job, { rowId }, { delayMs = 0 } = {}) => {
      hints.push({ job, rowId, delayMs })
    },
    process: async (job, work) => {
      workers.set(job, work)
    },
    countWaiting: async () => hints.length,
    close: async () => {},
  }
  const handOn = async () => {
    for (const { job, rowId } of hints.splice(0)) await workers.get(job)?.({ rowId })
  }
  return { queue, hints, handOn }
}

const program = 'WAIT 5\nTALK "woken"\nHEAR x\nTALK "got " + x'

it("gives a hint for every row that waits, and the workers do what the rows say", async () => {
  const { queue, hints, handOn } = fakeQueue()
  const bench = await openBench(db, program, { queue })
  await startWorkers(queue, bench.engine)
  const { conversationId } = await bench.start()
  expect(hints).toMatchObject([{ job: "fire-timer", delayMs: 5_000 }])
  bench.clock.advance(5_000)
  await handOn()
  expect(await bench.readTranscript(conversationId)).toEqual(["bot: woken"])
  await bench.engine.enqueue({
    orgId: bench.orgId,
    botId: bench.botId,
    source: "test",
    key: "from a channel",
    conversationId,
    kind: "message",
    text: "news",
  })
  expect(hints).toMatchObject([{ job: "run-event", delayMs: 0 }])
  await handOn()
  expect(await bench.readTranscript(conversationId)).toEqual([
    "bot: woken",
    "contact: news",
    "bot: got news",
  ])
})

it("takes a hint twice, late, or for a row that is gone without doing anything twice", async () => {
  const { queue, hints, handOn } = fakeQueue()
  const bench = await openBench(db, program, { queue })
  await startWorkers(queue, bench.engine)
  const { conversationId } = await bench.start()
  const [hint] = hints
  bench.clock.advance(5_000)
  hints.push(hint!, hint!, { job: "run-event", rowId: "evt_nothing", delayMs: 0 })
  await handOn()
  hints.push(hint!)
  await handOn()
  expect(await bench.readTranscript(conversationId)).toEqual(["bot: woken"])
})

it("loses no work with the queue: what is due is found in the database", async () => {
  const { queue, hints } = fakeQueue()
  const bench = await openBench(db, program, { queue })
  const contactId = await addContact(bench)
  await bench.engine.enqueue({
    orgId: bench.orgId,
    botId: bench.botId,
    source: "telegram:1",
    key: "update 1",
    conversationId: null,
    contactId,
    kind: "message",
    text: "hi",
  })
  hints.length = 0
  await bench.engine.sweep()
  bench.clock.advance(5_000)
  hints.length = 0
  await bench.engine.sweep()
  const [row] = await bench.rows<{ id: string }>(
    "select id from conversations where contact_id = $1",
    [contactId],
  )
  expect(await bench.readTranscript(row!.id)).toEqual(["contact: hi", "bot: woken"])
})

it("serves organizations in turn: one with many rows does not hold up one with a single row", async () => {
  const noisy = await openBench(db, program)
  const quiet = await openBench(db, program)
  await Promise.all(Array.from({ length: 60 }, () => noisy.start()))
  const { conversationId } = await quiet.start()
  noisy.clock.advance(6_000)
  quiet.clock.advance(6_000)
  const order = await quiet.db.dispatcherQuery<{ n: number }>(
    "select count(*)::int as n from timers where due is not null",
  )
  expect(order[0]!.n).toBeGreaterThan(60)
  quiet.engine.start()
  await expect.poll(() => quiet.readTranscript(conversationId)).toEqual(["bot: woken"])
  await quiet.engine.stop()
  await noisy.engine.sweep()
})

it("takes the organization from the row, never from the hint (ISO-04)", async () => {
  const { queue, hints, handOn } = fakeQueue()
  const owner = await openBench(db, program, { queue })
  const stranger = await openBench(db, program, { queue })
  await startWorkers(queue, stranger.engine)
  const { conversationId } = await owner.start()
  stranger.clock.advance(5_000)
  await handOn()
  expect(hints).toEqual([])
  expect(await owner.readTranscript(conversationId)).toEqual(["bot: woken"])
  const [row] = await stranger.rows<{ n: number }>("select count(*)::int as n from messages")
  expect(row!.n).toBe(0)
})
