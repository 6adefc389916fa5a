import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import { createTestUser } from "#db/testing/factories.ts"
import { appendAgentMessage } from "#server/records/conversations/append-agent-message.ts"
import { postToConversation } from "#server/records/conversations/post-to-conversation.ts"
import { requestHandoff } from "#server/records/handoffs/request-handoff.ts"
import { resolveHandoff } from "#server/records/handoffs/resolve-handoff.ts"
import { takeConversation } from "#server/records/handoffs/take-conversation.ts"
import { FakeService, json } from "./fake-service.ts"
import { type Bench, openBench, texts } from "./harness.ts"

const greeter = `
HEAR name AS TEXT WITH "Your name?"
TALK "Hello " + name
HEAR wish AS TEXT WITH "Your wish?"
TALK "So be it: " + wish
`
const shop = `
HEAR item
TALK "Ordering " + item
reply = POST "https://shop.example/orders", { item: item }
TALK "Order " + reply.id
HEAR more WITH "Anything else?"
`

/** What is promised when a person is wanted, answers, and hands back. */
export function handoffSuite(open: OpenTestDatabase) {
  describe("a hand-off", () => {
    let db: Database
    let userId = ""
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.close())

    const people = (bench: Bench, conversationId: string) => {
      const base = { orgId: bench.orgId, conversationId }
      const now = bench.clock.now()
      const wish = { wanted: "", priority: "normal", context: "" } as const
      return {
        want: () =>
          db.withOrg(bench.orgId, (tx) =>
            requestHandoff(tx, { ...base, botId: bench.botId, nowMs: now.getTime() }, wish),
          ),
        take: async () => {
          userId = await createTestUser(db, { orgId: bench.orgId, role: "builder" })
          return db.withOrg(bench.orgId, (tx) => takeConversation(tx, { ...base, userId, now }))
        },
        say: (text: string) =>
          db.withOrg(bench.orgId, (tx) =>
            appendAgentMessage(tx, { ...base, text, userId, now, hasOutbox: false }),
          ),
        resolve: (goOn: "here" | "end" = "here") =>
          db.withOrg(bench.orgId, (tx) =>
            resolveHandoff(tx, { ...base, reason: "done", goOn, now }),
          ),
      }
    }
    const unsaid = async (bench: Bench) =>
      (await bench.rows<{ text: string }>("select text from suppressed_messages order by id")).map(
        ({ text }) => text,
      )

    it("keeps the bot silent, then asks the open question again where the bot stood", async () => {
      const bench = await openBench(db, greeter)
      const { conversationId } = await bench.start()
      const person = people(bench, conversationId)
      await person.want()
      const held = await bench.say(conversationId, "I want a person")
      expect([texts(held.messages), held.waiting]).toEqual([[], { kind: "human" }])
      await person.take()
      await person.say("Here I am.")
      await bench.say(conversationId, "Thanks")
      expect(await person.resolve()).toBe(true)
      await bench.engine.sweep()
      expect(texts((await bench.say(conversationId, "Ana")).messages)).toEqual([
        "Hello Ana",
        "Your wish?",
      ])
      expect(await bench.readTranscript(conversationId)).toEqual([
        "bot: Your name?",
        "contact: I want a person",
        "agent: Here I am.",
        "contact: Thanks",
        "bot: Your name?",
        "contact: Ana",
        "bot: Hello Ana",
        "bot: Your wish?",
      ])
      expect(await person.resolve()).toBe(false)
    })

    it("begins anew with the next message when the person ends the bot's run", async () => {
      const bench = await openBench(db, greeter)
      const { conversationId } = await bench.start()
      await bench.say(conversationId, "Ana")
      const person = people(bench, conversationId)
      await person.take()
      await person.resolve("end")
      await bench.engine.sweep()
      expect(texts((await bench.say(conversationId, "Hello?")).messages)).toEqual(["Your name?"])
    })

    it("lets a turn under way act to its end, and shows nothing of what it says after the take-over", async () => {
      const service = new FakeService()
      const called = Promise.withResolvers<void>()
      const gate = Promise.withResolvers<void>()
      service.answer = async () => {
        called.resolve()
        await gate.promise
        return json({ id: 7 })
      }
      const bench = await openBench(db, shop, { send: service.send })
      const { conversationId } = await bench.start()
      const turn = bench.say(conversationId, "tea")
      await called.promise
      const person = people(bench, conversationId)
      expect(await person.take()).toEqual({ answer: "taken" })
      expect(await person.say("Let me.")).toBe(3)
      gate.resolve()
      await turn
      expect(await bench.readTranscript(conversationId)).toEqual([
        "contact: tea",
        "bot: Ordering tea",
        "agent: Let me.",
      ])
      expect((await unsaid(bench)).sort()).toEqual(["Anything else?", "Order 7"])
      await person.resolve()
      await bench.engine.sweep()
      expect((await bench.readTranscript(conversationId)).at(-1)).toBe("bot: Anything else?")
    })

    it("acts once and stays silent when the process that was at it is gone", async () => {
      const service = new FakeService()
      const called = Promise.withResolvers<void>()
      service.answer = async () => {
        if (service.calls.length > 1) return json({ id: 1 })
        called.resolve()
        return await new Promise<never>(() => {})
      }
      const bench = await openBench(db, shop, { send: service.send })
      const { conversationId } = await bench.start()
      bench.say(conversationId, "tea", { waitMs: 50 }).catch(() => {})
      await called.promise
      const person = people(bench, conversationId)
      await person.take()
      await bench.rows(
        "update conversations set claim_until = clock_timestamp() - interval '1 second'",
      )
      await bench.rows("update inbound_events set due = clock_timestamp() where due is not null")
      await bench.addEngine().sweep()
      const keys = service.calls.map((call) => call.key)
      expect([keys.length, new Set(keys).size]).toEqual([2, 1])
      expect(await bench.readTranscript(conversationId)).toEqual([
        "contact: tea",
        "bot: Ordering tea",
      ])
      expect(await unsaid(bench)).toHaveLength(2)
    })

    it("lets a script that assigns its own conversation finish its turn, and is silent after it", async () => {
      const bench = await openBench(db, "HEAR x")
      const person = await createTestUser(db, { orgId: bench.orgId, role: "builder" })
      await bench.publish(
        `HEAR x\nr = ASSIGN CONVERSATION "", "${person}"\nTALK "Given: " + r.success\nHEAR y WITH "More?"`,
      )
      const { conversationId } = await bench.start()
      expect(texts((await bench.say(conversationId, "hi")).messages)).toEqual([
        "Given: true",
        "More?",
      ])
      expect((await bench.say(conversationId, "still there?")).waiting).toEqual({ kind: "human" })
      expect(await people(bench, conversationId).take()).toEqual({
        answer: "held",
        holder: person,
      })
    })

    it("does not begin to act when a person took over between reading and the first write", async () => {
      const bench = await openBench(db, shop)
      const { conversationId } = await bench.start()
      const other = bench.addEngine()
      await people(bench, conversationId).take()
      // Both processes remember the conversation as it was before; neither may send.
      const held = await bench.say(conversationId, "tea")
      expect(held.waiting).toEqual({ kind: "human" })
      await other.stop()
      expect(await bench.rows("select id from journal")).toEqual([])
    })

    it("spends a timer that comes meanwhile, and wakes the run when the person is done", async () => {
      const bench = await openBench(db, 'TALK "One"\nWAIT 30\nTALK "Two"')
      const { conversationId } = await bench.start()
      const person = people(bench, conversationId)
      await person.want()
      bench.clock.advance(31_000)
      await bench.engine.sweep()
      expect(await bench.readTranscript(conversationId)).toEqual(["bot: One"])
      expect(await bench.rows("select id from timers where due is not null")).toEqual([])
      await person.resolve()
      await bench.engine.sweep()
      expect(await bench.readTranscript(conversationId)).toEqual(["bot: One", "bot: Two"])
    })

    it("says what another conversation posts, in order, without an answer being taken for it", async () => {
      const bench = await openBench(db, greeter)
      const { conversationId } = await bench.start()
      const from = await bench.start()
      const place = {
        orgId: bench.orgId,
        botId: bench.botId,
        conversationId: from.conversationId,
        contactId: null,
        nowMs: bench.clock.now().getTime(),
      }
      const post = (to: string) =>
        db.withOrg(bench.orgId, (tx) => postToConversation(tx, place, to, "News!"))
      expect(await post("cnv_of_nobody")).toBeNull()
      expect(await post(conversationId)).toMatch(/^evt_/)
      await bench.engine.sweep()
      await bench.say(conversationId, "Ana")
      expect(await bench.readTranscript(conversationId)).toEqual([
        "bot: Your name?",
        "bot: News!",
        "contact: Ana",
        "bot: Hello Ana",
        "bot: Your wish?",
      ])
    })
  })
}
