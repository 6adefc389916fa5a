import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import type { Deliver, Delivery, OutboxMessage } from "../outbox.ts"
import { openBench } from "./harness.ts"
import { addContact } from "./world.ts"

/** What is promised about messages to channels that do not read by sequence number. */
export function outboxSuite(open: OpenTestDatabase) {
  describe("a message to a channel", () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.close())

    /** A channel that answers as it is told and keeps what it was sent. */
    function fakeChannel(onUnknown: Deliver["onUnknown"] = "maybe twice") {
      const sent: OutboxMessage[] = []
      const answers: (Delivery | Error)[] = []
      const channel: Deliver = {
        onUnknown,
        send: async (message) => {
          sent.push(message)
          const answer = answers.shift() ?? { kind: "sent" }
          if (answer instanceof Error) throw answer
          return answer
        },
      }
      return { channel, sent, answers }
    }
    async function openChannel(fake: ReturnType<typeof fakeChannel>, source: string) {
      const bench = await openBench(db, source, { channels: new Map([["fake", fake.channel]]) })
      const contactId = await addContact(bench)
      const say = (text: string) => bench.send({ source: "fake:con_1", contactId, text })
      const states = async (conversationId: string) =>
        (
          await bench.rows<{ state: string }>(
            "select state from outbox where conversation_id = $1 order by seq",
            [conversationId],
          )
        ).map(({ state }) => state)
      const makeDue = () => bench.rows("update outbox set due = now() where due is not null")
      return { ...bench, say, states, makeDue }
    }

    it("is delivered in order, each once, with its own id as the key", async () => {
      const fake = fakeChannel()
      const bench = await openChannel(fake, 'TALK "one"\nTALK "two"\nHEAR x\nTALK "three"')
      const { conversationId } = await bench.say("hi")
      await bench.say("go on")
      await expect.poll(() => bench.states(conversationId)).toEqual(["sent", "sent", "sent"])
      expect(fake.sent.map(({ text }) => text)).toEqual(["one", "two", "three"])
      expect(new Set(fake.sent.map(({ id }) => id)).size).toBe(3)
    })

    it("waits behind one that has to be tried again, and follows it", async () => {
      const fake = fakeChannel()
      fake.answers.push(new Error("channel is down"))
      const bench = await openChannel(fake, 'TALK "one"\nTALK "two"')
      const { conversationId } = await bench.say("hi")
      await expect.poll(() => fake.sent.length).toBe(1)
      await expect.poll(() => bench.states(conversationId)).toEqual(["due", "due"])
      // Its rest is a second; on a slow machine that is over before the look.
      await bench.rows("update outbox set due = now() + interval '1 minute' where attempts > 0")
      await bench.engine.sweep()
      expect(fake.sent.map(({ text }) => text)).toEqual(["one"])
      await bench.makeDue()
      await bench.engine.sweep()
      expect(fake.sent.map(({ text }) => text)).toEqual(["one", "one", "two"])
      expect(await bench.states(conversationId)).toEqual(["sent", "sent"])
    })

    it("is laid aside when the channel refuses it, and does not hold up the next", async () => {
      const fake = fakeChannel()
      fake.answers.push({ kind: "stop", reason: "blocked by the person" })
      const bench = await openChannel(fake, 'TALK "one"\nTALK "two"')
      const { conversationId } = await bench.say("hi")
      await expect.poll(() => bench.states(conversationId)).toEqual(["dead", "sent"])
      const [row] = await bench.rows<{ last_error: string }>(
        "select last_error from outbox where conversation_id = $1 and state = 'dead'",
        [conversationId],
      )
      expect(row!.last_error).toBe("blocked by the person")
    })

    it("is not counted as tried when the channel asks for patience", async () => {
      const fake = fakeChannel()
      fake.answers.push({ kind: "later", afterMs: 60_000 })
      const bench = await openChannel(fake, 'TALK "one"')
      const { conversationId } = await bench.say("hi")
      await expect.poll(() => fake.sent.length).toBe(1)
      await expect.poll(() => bench.states(conversationId)).toEqual(["due"])
      const [row] = await bench.rows<{ attempts: number }>(
        "select attempts from outbox where conversation_id = $1",
        [conversationId],
      )
      expect(row!.attempts).toBe(0)
    })

    it("whose send was cut off is sent again or given up, as the channel declares", async () => {
      for (const [onUnknown, state, sends] of [
        ["maybe twice", "sent", 1],
        ["maybe never", "dead", 0],
      ] as const) {
        const fake = fakeChannel(onUnknown)
        fake.answers.push({ kind: "later", afterMs: 60_000 })
        const bench = await openChannel(fake, 'TALK "one"')
        const { conversationId } = await bench.say("hi")
        await expect.poll(() => fake.sent.length).toBe(1)
        await expect.poll(() => bench.states(conversationId)).toEqual(["due"])
        fake.sent.length = 0
        await bench.rows(
          "update outbox set state = 'sending', due = now() where conversation_id = $1",
          [conversationId],
        )
        await bench.engine.sweep()
        expect(await bench.states(conversationId)).toEqual([state])
        expect(fake.sent).toHaveLength(sends)
      }
    })

    it("is sent once when several processes look for what is due", async () => {
      const fake = fakeChannel()
      fake.answers.push({ kind: "later", afterMs: 60_000 })
      const bench = await openChannel(fake, 'TALK "one"\nTALK "two"\nTALK "three"')
      const { conversationId } = await bench.say("hi")
      await expect.poll(() => fake.sent.length).toBe(1)
      await expect.poll(() => bench.states(conversationId)).toEqual(["due", "due", "due"])
      fake.sent.length = 0
      await bench.makeDue()
      const engines = [bench.engine, bench.addEngine(), bench.addEngine()]
      await Promise.all(engines.map((engine) => engine.sweep()))
      await expect.poll(() => bench.states(conversationId)).toEqual(["sent", "sent", "sent"])
      expect(fake.sent.map(({ text }) => text)).toEqual(["one", "two", "three"])
    })
  })
}
