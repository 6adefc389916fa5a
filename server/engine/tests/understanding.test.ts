import { afterAll, beforeAll, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { makeFakeParts } from "#server/keywords/tests/fake-parts.ts"
import { FakeService, json } from "./fake-service.ts"
import { openBench } from "./harness.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

const source = `HEAR wish
meant = UNDERSTAND wish
r = POST "https://shop.example/orders", { intent: meant.intent }
TALK meant.intent + " " + meant.nearest + " " + r.number
HEAR city AS ENTITY "city" FROM wish WITH "Where?"
TALK "To " + city
HEAR more
`
const city = { name: "city", kind: "list", isFuzzy: true, pattern: "" }
const entities = [{ ...city, values: [{ value: "Lisbon", synonyms: [] }] }]

it("understands a message once: after its process died the rerun reads what was understood, and keeps what was missed once", async () => {
  const parts = makeFakeParts()
  const asked: string[] = []
  parts.understanding.understand = async (_place, text) => {
    asked.push(text)
    // Another answer each time: a rerun that asked again would be found out.
    const confidence = asked.length === 1 ? 0.4 : 0.9
    const meaning = { name: "book", description: "", example: "a table" }
    return { meanings: [{ ...meaning, confidence, threshold: 0.7 }], entities: {} }
  }
  const service = new FakeService()
  service.answer = () => json({ number: "T-1" })
  const died = Promise.withResolvers<void>()
  let isDead = false
  const send = async (request: Parameters<typeof service.send>[0]) => {
    const reply = await service.send(request)
    if (isDead) return reply
    isDead = true
    died.resolve()
    throw new Error("The process ended here.")
  }
  const bench = await openBench(db, source, { send, parts, options: { leaseMs: 200 } })
  await bench.rows(
    `insert into version_understanding (org_id, version_id, bot_id, definition)
     select org_id, id, bot_id, $2::text::json from versions where bot_id = $1`,
    [bench.botId, JSON.stringify({ intents: [], entities })],
  )
  const { conversationId } = await bench.start()
  const first = bench.say(conversationId, "a table", { key: "k1" })
  await died.promise
  await expect(first).rejects.toThrow("The process ended here.")
  const other = bench.addEngine()
  await expect
    .poll(
      async () => {
        bench.clock.advance(500)
        await other.sweep()
        return await bench.readTranscript(conversationId)
      },
      { timeout: 8_000, interval: 50 },
    )
    .toEqual(["contact: a table", "bot:  book T-1", "bot: Where?"])
  expect(asked).toEqual(["a table"])
  const missed = await bench.rows<{ text: string; guess: string }>(
    "select text, guess from misunderstood where conversation_id = $1",
    [conversationId],
  )
  expect(missed).toEqual([{ text: "a table", guess: "book" }])
  const refused = await bench.say(conversationId, "nowhere", { key: "k2" })
  expect(refused.messages[0]?.text).toBe("Please name one of these: Lisbon.")
  const taken = await bench.say(conversationId, "to lisbn then", { key: "k3" })
  expect(taken.messages[0]?.text).toBe("To Lisbon")
})
