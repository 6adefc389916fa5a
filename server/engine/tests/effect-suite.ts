import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import type { Handlers } from "#server/keywords/handler.ts"
import { handlers } from "#server/keywords/index.ts"
import type { UnknownOutcome } from "#server/keywords/step.ts"
import { FakeService, json } from "./fake-service.ts"
import { type Bench, openBench, texts } from "./harness.ts"

const order = `
HEAR item
TALK "Ordering " + item
n = GET BOT MEMORY "orders"
SET BOT MEMORY "orders", n + 1
reply = POST "https://shop.example/orders", { item: item }
TALK "Order " + reply.id
HEAR more
`

/** What is promised about data and outside effects. */
export function effectSuite(open: OpenTestDatabase) {
  describe("an effect", () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.close())

    const journal = (bench: Bench, conversationId: string) =>
      bench.rows<{ name: string; kind: string; state: string }>(
        "select name, kind, state from journal where conversation_id = $1 order by effect_number",
        [conversationId],
      )

    it("leaves a journal row for data and for the outside, and for nothing else", async () => {
      const service = new FakeService()
      service.answer = () => json({ id: 7 })
      const bench = await openBench(db, order, { send: service.send })
      const { conversationId } = await bench.start()
      const result = await bench.say(conversationId, "tea")
      expect(texts(result.messages)).toEqual(["Ordering tea", "Order 7"])
      expect(await journal(bench, conversationId)).toEqual([
        { name: "GET BOT MEMORY", kind: "data", state: "done" },
        { name: "SET BOT MEMORY", kind: "data", state: "done" },
        { name: "POST", kind: "outside", state: "done" },
      ])
      expect(service.calls).toHaveLength(1)
      expect(service.calls[0]!.body).toBe('{"item":"tea"}')
    })

    it("delivers what was said before the outside effect begins", async () => {
      const service = new FakeService()
      const bench = await openBench(db, order, { send: service.send })
      const { conversationId } = await bench.start()
      let seen: string[] = []
      service.answer = async () => {
        seen = await bench.readTranscript(conversationId)
        return json({ id: 1 })
      }
      await bench.say(conversationId, "tea")
      expect(seen).toEqual(["contact: tea", "bot: Ordering tea"])
    })

    it("answers running when the turn takes longer than the caller waits, and the rest follows", async () => {
      const service = new FakeService()
      const gate = Promise.withResolvers<void>()
      const called = Promise.withResolvers<void>()
      service.answer = async () => {
        called.resolve()
        await gate.promise
        return json({ id: 9 })
      }
      const bench = await openBench(db, order, { send: service.send })
      const { conversationId } = await bench.start()
      const pending = bench.say(conversationId, "tea", { key: "slow", waitMs: 300 })
      await called.promise
      const early = await pending
      expect(early).toMatchObject({ status: "running", waiting: { kind: "running" } })
      expect(texts(early.messages)).toEqual(["Ordering tea"])
      const repeat = bench.say(conversationId, "tea", { key: "slow" })
      gate.resolve()
      expect(texts((await repeat).messages)).toEqual(["Ordering tea", "Order 9"])
      expect(service.calls).toHaveLength(1)
    })

    it("keeps an event that was answered running: another process finds it after this one ends", async () => {
      const service = new FakeService()
      const gate = Promise.withResolvers<void>()
      service.answer = async () => {
        await gate.promise
        return json({ id: 9 })
      }
      const bench = await openBench(db, order, { send: service.send })
      const { conversationId } = await bench.start()
      const first = bench.say(conversationId, "tea", { waitMs: 50 })
      const second = await bench.say(conversationId, "and cake", { key: "next", waitMs: 50 })
      expect(second.status).toBe("running")
      const [row] = await bench.rows<{ state: string }>(
        "select state from inbound_events where key = 'next' and conversation_id = $1",
        [conversationId],
      )
      expect(row!.state).toBe("pending")
      gate.resolve()
      await first
      const answered = await bench.say(conversationId, "and cake", { key: "next" })
      expect(answered.status).toBe("done")
    })

    it("gives a failed request to the program, which may catch it; uncaught it ends the run politely", async () => {
      const service = new FakeService()
      service.answer = () => json({ error: "no" }, 500)
      const caught = await openBench(
        db,
        'ON ERROR RESUME NEXT\nr = GET "https://shop.example/x"\nIF ERROR THEN\nTALK "Shop is closed"\nEND IF',
        { send: service.send },
      )
      expect(texts((await caught.start()).messages)).toEqual(["Shop is closed"])
      const uncaught = await openBench(db, 'r = GET "https://shop.example/x"', {
        send: service.send,
      })
      const failed = await uncaught.start()
      expect(texts(failed.messages)[0]).toMatch(/^Sorry/)
      const [run] = await uncaught.rows<{ fault: { code: string; message: string } }>(
        "select fault from runs where conversation_id = $1",
        [failed.conversationId],
      )
      expect(run!.fault).toMatchObject({
        code: "http.answered_with_error",
        message: "GET https://shop.example/x was answered with status 500.",
      })
    })

    it("counts each of a hundred conversations once in a memory they share", async () => {
      const bench = await openBench(
        db,
        'HEAR x\nREMEMBER "seen", x, "30 days"\nTALK RECALL "seen"\nHEAR y',
      )
      await Promise.all(
        Array.from({ length: 100 }, async (_, n) => {
          const { conversationId } = await bench.start()
          const said = await bench.say(conversationId, `value ${n}`)
          expect(texts(said.messages)).toEqual([`value ${n}`])
        }),
      )
    })

    it("forgets what was remembered for a time when the time is over", async () => {
      const bench = await openBench(
        db,
        'REMEMBER "code", "abc", "5 minutes"\nHEAR x\nTALK "code: " + RECALL "code"\nHEAR y\nTALK "code: " + RECALL "code"',
      )
      const { conversationId } = await bench.start()
      bench.clock.advance(4 * 60_000)
      expect(texts((await bench.say(conversationId, "a")).messages)).toEqual(["code: abc"])
      bench.clock.advance(61_000)
      expect(texts((await bench.say(conversationId, "b")).messages)).toEqual(["code: "])
    })

    /** Runs the order until its POST, leaves the claim behind as a killed process would, and lets another finish. */
    async function breakOff(bench: Bench, service: FakeService, at: "performing" | "performed") {
      const { conversationId } = await bench.start()
      const reached = Promise.withResolvers<void>()
      const never = new Promise<never>(() => {})
      const answer = service.answer
      service.answer = async (request) => {
        service.answer = answer
        const reply = at === "performed" ? await answer(request) : null
        reached.resolve()
        return reply ? await never : await never
      }
      void bench.say(conversationId, "tea", { key: "broken off", waitMs: 1 }).catch(() => {})
      await reached.promise
      const lapsed = await bench.rows(
        `update conversations set claim_until = now() - interval '1 second', epoch = epoch + 1
         where id = $1 and running is not null returning id`,
        [conversationId],
      )
      expect(lapsed).toHaveLength(1)
      await bench.rows(
        "update inbound_events set due = now() where conversation_id = $1 and due is not null",
        [conversationId],
      )
      await bench.addEngine().sweep()
      return conversationId
    }

    it("is not repeated by a rerun where the receiver honours keys, and no message is said twice", async () => {
      const service = new FakeService({ honoursKeys: true })
      service.answer = () => json({ id: 7 })
      const bench = await openBench(db, order, { send: service.send })
      const conversationId = await breakOff(bench, service, "performing")
      expect(await bench.readTranscript(conversationId)).toEqual([
        "contact: tea",
        "bot: Ordering tea",
        "bot: Order 7",
      ])
      expect(new Set(service.calls.map(({ key }) => key)).size).toBe(1)
      const [memory] = await bench.rows<{ value: number }>(
        "select value from memory_entries where bot_id = $1 and key = 'orders'",
        [bench.botId],
      )
      expect(memory!.value).toBe(1)
    })

    it("that makes a table makes it once, with its rows, whether the turn is cut off before it or behind it", async () => {
      const post = 'reply = POST "https://shop.example/orders", { item: item }'
      const make = 'CREATE TABLE "made", "item string(20)"\nINSERT INTO made WITH item = item'
      for (const lines of [`${post}\n${make}`, `${make}\n${post}`]) {
        const service = new FakeService({ honoursKeys: true })
        service.answer = () => json({ id: 7 })
        const source = `HEAR item\n${lines}\nrows = FIND "made"\nTALK UBOUND(rows) + " " + rows.item\nHEAR more`
        const bench = await openBench(db, source, { send: service.send })
        const conversationId = await breakOff(bench, service, "performing")
        expect(await bench.readTranscript(conversationId)).toEqual(["contact: tea", "bot: 1 tea"])
        const tables = await bench.rows("select name from bot_tables where bot_id = $1", [
          bench.botId,
        ])
        expect(tables).toEqual([{ name: "made" }])
      }
    })

    function declaring(unknown: UnknownOutcome, service: FakeService): Handlers {
      return new Map(handlers).set("POST", async (_operands, step) => {
        const value = await step.outside(unknown, async () => {
          await service.send({ method: "POST", url: "x", headers: [], body: null })
          return "sent"
        })
        return value as string | null
      })
    }
    const declared =
      'HEAR item\nON ERROR RESUME NEXT\nr = POST "x"\nIF ERROR THEN\nTALK "unknown"\nELSE\nTALK "r=" + r\nEND IF\nHEAR y'

    it("is handled as it declares when its outcome is unknown", async () => {
      const expected: [UnknownOutcome, string, number][] = [
        ["maybe twice", "bot: r=sent", 2],
        ["maybe never", "bot: r=", 1],
        ["error", "bot: unknown", 1],
      ]
      for (const [unknown, line, calls] of expected) {
        const service = new FakeService({ honoursKeys: false })
        const bench = await openBench(db, declared, { handlers: declaring(unknown, service) })
        const conversationId = await breakOff(bench, service, "performing")
        expect((await bench.readTranscript(conversationId)).at(-1), unknown).toBe(line)
        expect(service.calls.length, unknown).toBe(calls)
      }
    })

    it("faults with engine.replay_diverged when a rerun does something else", async () => {
      const service = new FakeService()
      const bench = await openBench(db, order, { send: service.send })
      const { conversationId } = await bench.start()
      const reached = Promise.withResolvers<void>()
      service.answer = () => {
        reached.resolve()
        return new Promise<never>(() => {})
      }
      void bench.say(conversationId, "tea", { key: "diverges", waitMs: 5_000 }).catch(() => {})
      await reached.promise
      await bench.rows(
        "update conversations set claim_until = now() - interval '1 second' where id = $1",
        [conversationId],
      )
      await bench.rows(
        "update journal set args_hash = 'tampered' where conversation_id = $1 and effect_number = 3",
        [conversationId],
      )
      await bench.rows(
        "update inbound_events set due = now() where conversation_id = $1 and due is not null",
        [conversationId],
      )
      await bench.addEngine().sweep()
      const [run] = await bench.rows<{ fault: { code: string } }>(
        "select fault from runs where conversation_id = $1",
        [conversationId],
      )
      expect(run!.fault.code).toBe("engine.replay_diverged")
      expect((await bench.readTranscript(conversationId)).at(-1)).toMatch(/^bot: Sorry/)
    })

    it("gives a turn up with a fault when it breaks off again and again, so that the conversation goes on", async () => {
      const broken: Handlers = new Map(handlers).set("POST", async (_operands, step) => {
        await step.outside("same key", async () => {
          throw new Error("a mistake in the handler")
        })
        return null
      })
      const bench = await openBench(db, 'TALK "Go?"\nHEAR x\nr = POST "x"\nTALK "never"', {
        handlers: broken,
        options: { leaseMs: 20 },
      })
      const { conversationId } = await bench.start()
      await expect(bench.say(conversationId, "go")).rejects.toThrow("a mistake in the handler")
      await expect
        .poll(
          async () => {
            await bench.rows(
              "update conversations set claim_until = now() - interval '1 second' where id = $1 and running is not null",
              [conversationId],
            )
            await bench.rows(
              "update inbound_events set due = now() where conversation_id = $1 and due is not null",
              [conversationId],
            )
            await bench.addEngine().sweep()
            return bench.rows("select status from runs where conversation_id = $1", [
              conversationId,
            ])
          },
          { interval: 5, timeout: 10_000 },
        )
        .toEqual([{ status: "faulted" }])
      expect((await bench.readTranscript(conversationId)).at(-1)).toMatch(/^bot: Sorry/)
      const next = await bench.send({ conversationId, text: "hello?", key: newId("evt") })
      expect(next.waiting).not.toBeNull()
    })

    it("does nothing with a claim that was lost while the effect was under way", async () => {
      const service = new FakeService({ honoursKeys: true })
      const bench = await openBench(db, order, { send: service.send })
      const { conversationId } = await bench.start()
      const gate = Promise.withResolvers<void>()
      const reached = Promise.withResolvers<void>()
      let calls = 0
      service.answer = async () => {
        calls++
        if (calls === 1) {
          reached.resolve()
          await gate.promise
        }
        return json({ id: calls })
      }
      const slow = bench.say(conversationId, "tea", { key: "slow owner" })
      await reached.promise
      await bench.rows(
        "update conversations set claim_until = now() - interval '1 second' where id = $1",
        [conversationId],
      )
      await bench.rows(
        "update inbound_events set due = now() where conversation_id = $1 and due is not null",
        [conversationId],
      )
      await bench.addEngine().sweep()
      gate.resolve()
      const answer = await slow
      expect(texts(answer.messages)).toEqual(["Ordering tea", "Order 2"])
      expect(await bench.readTranscript(conversationId)).toEqual([
        "contact: tea",
        "bot: Ordering tea",
        "bot: Order 2",
      ])
    })
  })
}
