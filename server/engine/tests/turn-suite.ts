import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import type { Handlers } from "#server/keywords/handler.ts"
import { handlers } from "#server/keywords/index.ts"
import { openBench, texts } from "./harness.ts"

const askName = `
TALK "Welcome."
HEAR name AS NAME WITH "What is your name?"
TALK "Hello " + name
HEAR mail AS EMAIL
TALK "Noted " + mail
`

/** What a conversation is, seen from outside. */
export function turnSuite(open: OpenTestDatabase) {
  describe("a conversation", () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.close())

    it("says what the program says, waits at HEAR, and goes on with the answer", async () => {
      const bench = await openBench(db, askName)
      const first = await bench.start()
      expect(texts(first.messages)).toEqual(["Welcome.", "What is your name?"])
      expect(first.waiting).toMatchObject({ kind: "name" })
      expect(first.messages.map(({ seq }) => seq)).toEqual([1, 2])
      const second = await bench.say(first.conversationId, "ana maria")
      expect(texts(second.messages)).toEqual(["Hello Ana Maria"])
      expect(second.waiting).toMatchObject({ kind: "email" })
      const third = await bench.say(first.conversationId, "ana@example.org")
      expect(third).toMatchObject({ waiting: null, status: "done" })
      expect(await bench.readTranscript(first.conversationId)).toEqual([
        "bot: Welcome.",
        "bot: What is your name?",
        "contact: ana maria",
        "bot: Hello Ana Maria",
        "contact: ana@example.org",
        "bot: Noted ana@example.org",
      ])
    })

    it("asks again when an answer does not fit, without losing its place", async () => {
      const bench = await openBench(db, "HEAR mail AS EMAIL\nTALK mail")
      const { conversationId } = await bench.start()
      const refused = await bench.say(conversationId, "not an address")
      expect(refused.messages).toHaveLength(1)
      expect(refused.waiting).toMatchObject({ kind: "email" })
      const taken = await bench.say(conversationId, "a@example.org")
      expect(texts(taken.messages)).toEqual(["a@example.org"])
    })

    it("begins the entry flow anew, in the same conversation, when a message comes after the end", async () => {
      const bench = await openBench(db, 'HEAR x WITH "Say something"\nTALK "You said " + x')
      const { conversationId } = await bench.start()
      await bench.say(conversationId, "one")
      const again = await bench.say(conversationId, "hello?")
      expect(again.conversationId).toBe(conversationId)
      expect(texts(again.messages)).toEqual(["Say something"])
      const runs = await bench.rows<{ status: string }>(
        "select status from runs where conversation_id = $1 order by started_at, id",
        [conversationId],
      )
      expect(runs.map(({ status }) => status)).toEqual(["done", "waiting"])
    })

    it("gives the first words of a conversation to a HEAR before which nothing was said", async () => {
      const silent = await openBench(db, 'HEAR x\nTALK "You said " + x')
      const opened = await silent.start({ text: "hello" })
      expect(texts(opened.messages)).toEqual(["You said hello"])
      const asking = await openBench(db, 'TALK "Welcome"\nHEAR x\nTALK "You said " + x')
      const greeted = await asking.start({ text: "hello" })
      expect(texts(greeted.messages)).toEqual(["Welcome"])
      expect(greeted.waiting).not.toBeNull()
    })

    it("shows the buttons of a menu under the last message, and takes a chosen one", async () => {
      const bench = await openBench(
        db,
        'TALK "What is it about?"\nHEAR topic AS "Sales", "Support"\nTALK "So: " + topic',
      )
      const asked = await bench.start()
      const choices = [
        { label: "Sales", value: "Sales" },
        { label: "Support", value: "Support" },
      ]
      expect(asked.waiting).toMatchObject({ kind: "menu", choices })
      expect(asked.messages).toMatchObject([
        { kind: "choices", text: "What is it about?", choices },
      ])
      const chosen = await bench.send({
        conversationId: asked.conversationId,
        kind: "choice",
        choice: "Support",
        waitId: asked.waiting!.id!,
      })
      expect(texts(chosen.messages)).toEqual(["So: Support"])
    })

    it("keeps a button of an older question as stale, and changes nothing", async () => {
      const bench = await openBench(db, 'HEAR a AS "x", "y"\nHEAR b AS "x", "y"\nTALK a + b')
      const first = await bench.start()
      const second = await bench.say(first.conversationId, "x")
      const before = await bench.readTranscript(first.conversationId)
      const late = await bench.send({
        conversationId: first.conversationId,
        kind: "choice",
        choice: "y",
        waitId: first.waiting!.id!,
      })
      expect(late).toMatchObject({ messages: [], waiting: second.waiting, status: "done" })
      expect(await bench.readTranscript(first.conversationId)).toEqual(before)
      const [row] = await bench.rows<{ n: number }>(
        "select count(*)::int as n from inbound_events where conversation_id = $1 and state = 'stale'",
        [first.conversationId],
      )
      expect(row!.n).toBe(1)
    })

    it("shows suggestions until they are cleared, and takes one as the person's answer", async () => {
      const bench = await openBench(
        db,
        'ADD SUGGESTION "Opening hours", "hours"\nTALK "How can I help?"\nHEAR x\nCLEAR SUGGESTIONS\nTALK x\nHEAR y',
      )
      const asked = await bench.start()
      const choices = [{ label: "Opening hours", value: "hours" }]
      expect(asked.messages).toMatchObject([{ kind: "choices", choices }])
      expect(asked.waiting).toMatchObject({ kind: "text", choices, acceptsOther: true })
      const answered = await bench.send({
        conversationId: asked.conversationId,
        kind: "choice",
        choice: "hours",
      })
      expect(texts(answered.messages)).toEqual(["hours"])
      expect(answered.waiting).not.toHaveProperty("choices")
      expect(await bench.readTranscript(asked.conversationId)).toContain("contact: Opening hours")
    })

    it("lets ON MESSAGE interrupt whatever is asked", async () => {
      const bench = await openBench(
        db,
        'ON MESSAGE "menu", "stop" GOTO menu\nTALK "Name?"\nHEAR name\nTALK "Hi " + name\nEXIT\nmenu:\nTALK "Here is the menu"\nHEAR x\nTALK "Picked " + x',
      )
      const { conversationId } = await bench.start()
      const interrupted = await bench.say(conversationId, " MENU ")
      expect(texts(interrupted.messages)).toEqual(["Here is the menu"])
      expect(texts((await bench.say(conversationId, "soup")).messages)).toEqual(["Picked soup"])
    })

    it("tells the person one polite sentence when the program fails, and the details to the trace", async () => {
      const bench = await openBench(db, 'TALK "Before"\nTHROW "secret detail"\nTALK "After"')
      const failed = await bench.start({ language: "pt-BR" })
      expect(texts(failed.messages)[0]).toBe("Before")
      expect(texts(failed.messages)[1]).toMatch(/^Desculpe/)
      expect(failed.messages).toHaveLength(2)
      expect(JSON.stringify(failed)).not.toContain("secret detail")
      expect(failed.waiting).toBeNull()
      const [run] = await bench.rows<{ status: string; fault: { code: string; line: number } }>(
        "select status, fault from runs where conversation_id = $1",
        [failed.conversationId],
      )
      expect(run).toMatchObject({ status: "faulted", fault: { code: "basic.thrown", line: 2 } })
      const [event] = await bench.rows<{ outcome: { trace: unknown } }>(
        "select outcome from inbound_events where conversation_id = $1",
        [failed.conversationId],
      )
      expect(JSON.stringify(event!.outcome.trace)).toContain("secret detail")
    })

    it("stops a program that loops for ever, while other conversations are answered", async () => {
      const endless = await openBench(db, "x = 1\nWHILE true\nx = x + 1\nWEND")
      const quick = await openBench(db, 'TALK "still here"', { in: endless })
      let isOver = false
      const looping = endless.start().finally(() => {
        isOver = true
      })
      const answered = await quick.start()
      expect(texts(answered.messages)).toEqual(["still here"])
      expect(isOver).toBe(false)
      const [run] = await looping.then(({ conversationId }) =>
        endless.rows<{ fault: { code: string } }>(
          "select fault from runs where conversation_id = $1",
          [conversationId],
        ),
      )
      expect(run!.fault.code).toBe("basic.instruction_limit")
    })

    it("stops a program that says message after message", async () => {
      const bench = await openBench(db, 'WHILE true\nTALK "spam"\nWEND')
      const { messages } = await bench.start()
      expect(messages).toHaveLength(501)
      const [run] = await bench.rows<{ fault: { code: string } }>("select fault from runs")
      expect(run!.fault.code).toBe("engine.too_many_messages")
    })

    it("ends a run politely when a handler of ours is broken, and takes the next message", async () => {
      const broken: Handlers = new Map(handlers).set("PRINT", () => {
        throw new TypeError("undefined is not a function")
      })
      const bench = await openBench(db, 'TALK "hi"\nHEAR x\nPRINT x', { handlers: broken })
      const { conversationId } = await bench.start()
      const failed = await bench.say(conversationId, "a")
      expect(texts(failed.messages)[0]).toMatch(/^Sorry/)
      expect(texts((await bench.say(conversationId, "b")).messages)).toEqual(["hi"])
    })

    it("ends a run politely when its stored state is damaged, and takes the next message", async () => {
      const bench = await openBench(db, 'TALK "hi"\nHEAR x\nTALK x')
      const { conversationId } = await bench.start()
      await bench.rows(
        'update conversations set state = replace(state, \'"vm":{\', \'"vm":{"x":1,\') where id = $1',
        [conversationId],
      )
      const engine = bench.addEngine()
      const say = (text: string) =>
        engine.accept({
          orgId: bench.orgId,
          botId: bench.botId,
          source: "test",
          key: text,
          conversationId,
          kind: "message",
          text,
        })
      expect(texts((await say("a")).messages)[0]).toMatch(/^Sorry/)
      expect(texts((await say("b")).messages)).toEqual(["hi"])
    })

    it("keeps texts no database can hold readable, instead of losing the turn", async () => {
      const bench = await openBench(db, 'HEAR x\nTALK "You said " + x')
      const { conversationId } = await bench.start()
      const said = await bench.say(conversationId, "a\0b\ud83d")
      expect(texts(said.messages)).toEqual(["You said a\ufffdb\ufffd"])
    })

    it("finishes a running conversation on the version it began with", async () => {
      const bench = await openBench(db, 'HEAR x\nTALK "old " + x')
      const { conversationId } = await bench.start()
      await bench.publish('HEAR x\nTALK "new " + x')
      expect(texts((await bench.say(conversationId, "a")).messages)).toEqual(["old a"])
      await bench.say(conversationId, "again")
      const fresh = await bench.start()
      expect(texts((await bench.say(fresh.conversationId, "b")).messages)).toEqual(["new b"])
      expect(await bench.readTranscript(conversationId)).toContain("bot: new again")
    })

    it("refuses a conversation of another bot or organization as unknown", async () => {
      const bench = await openBench(db, "HEAR x")
      const { conversationId } = await bench.start()
      const neighbour = await openBench(db, "HEAR x", { in: bench })
      const stranger = await openBench(db, "HEAR x")
      for (const other of [neighbour, stranger])
        await expect(other.say(conversationId, "hi")).rejects.toMatchObject({
          code: "conversation.not_found",
        })
      expect(await bench.readTranscript(conversationId)).toEqual([])
    })

    it("stores traces with the steps taken, usage for each turn, and no row it does not need", async () => {
      const bench = await openBench(db, askName)
      const { conversationId } = await bench.start()
      await bench.say(conversationId, "ana")
      const events = await bench.rows<{ outcome: { trace: { steps: unknown[]; runId: string } } }>(
        "select outcome from inbound_events where conversation_id = $1 order by id",
        [conversationId],
      )
      expect(events.map(({ outcome }) => outcome.trace.steps.length)).toEqual([2, 2])
      const [usage] = await bench.rows<{ turns: number }>(
        "select sum(quantity)::int as turns from usage_events where bot_id = $1",
        [bench.botId],
      )
      expect(usage!.turns).toBe(2)
      expect(
        await bench.rows("select 1 from journal where conversation_id = $1", [conversationId]),
      ).toEqual([])
    })
  })
}
