import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import { openBench, texts } from "./harness.ts"

/** What is promised about time: pauses, time-outs, silence, and timers that fire once. */
export function waitSuite(open: OpenTestDatabase) {
  describe("a wait", () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.close())

    it("pauses at WAIT without holding the caller, and goes on when the time has come", async () => {
      const bench = await openBench(db, 'TALK "One moment"\nWAIT 30\nTALK "Done"')
      const paused = await bench.start()
      expect(texts(paused.messages)).toEqual(["One moment"])
      const until = new Date(bench.clock.now().getTime() + 30_000).toISOString()
      expect(paused.waiting).toMatchObject({ kind: "time", until })
      bench.clock.advance(29_000)
      await bench.engine.sweep()
      expect(await bench.readTranscript(paused.conversationId)).toEqual(["bot: One moment"])
      bench.clock.advance(1_000)
      await bench.engine.sweep()
      expect(await bench.readTranscript(paused.conversationId)).toEqual([
        "bot: One moment",
        "bot: Done",
      ])
    })

    it("goes straight on at WAIT 0, and refuses a negative pause with a fault", async () => {
      const none = await openBench(db, 'WAIT 0\nTALK "at once"')
      expect(texts((await none.start()).messages)).toEqual(["at once"])
      const negative = await openBench(db, 'n = 0 - 1\nWAIT n\nTALK "never"')
      await negative.start()
      const [run] = await negative.rows<{ fault: { code: string } }>("select fault from runs")
      expect(run!.fault.code).toBe("basic.out_of_range")
    })

    it("fires once, however many processes look for what is due", async () => {
      const bench = await openBench(db, 'WAIT 5\nTALK "woken"\nHEAR x')
      const engines = [bench.engine, bench.addEngine(), bench.addEngine(), bench.addEngine()]
      const started = await Promise.all(Array.from({ length: 20 }, () => bench.start()))
      bench.clock.advance(5_000)
      await Promise.all(engines.map((engine) => engine.sweep()))
      await Promise.all(engines.map((engine) => engine.sweep()))
      for (const { conversationId } of started)
        expect(await bench.readTranscript(conversationId)).toEqual(["bot: woken"])
      expect(await bench.rows("select id from timers where bot_id = $1", [bench.botId])).toEqual([])
    })

    it("keeps what is said during a pause for the next HEAR, in order", async () => {
      const bench = await openBench(
        db,
        'WAIT 5\nHEAR a AS INTEGER\nHEAR b\nTALK a + "/" + b\nHEAR c',
      )
      const { conversationId } = await bench.start()
      const queued = await bench.say(conversationId, "no number")
      expect(queued).toMatchObject({ messages: [], waiting: { kind: "time" } })
      await bench.say(conversationId, "7")
      await bench.say(conversationId, "blue")
      bench.clock.advance(5_000)
      await bench.engine.sweep()
      const transcript = await bench.readTranscript(conversationId)
      expect(transcript.at(-1)).toBe("bot: 7/blue")
      expect(transcript.filter((line) => line.startsWith("bot:"))).toHaveLength(2)
    })

    it("goes to the label of TIMEOUT when nobody answers in time, and not when somebody does", async () => {
      const source =
        'HEAR x TIMEOUT 60 GOTO late\nTALK "Thanks for " + x\nEXIT\nlate:\nTALK "Too late"'
      const silent = await openBench(db, source)
      const first = await silent.start()
      expect(first.waiting).toHaveProperty("until")
      silent.clock.advance(60_000)
      await silent.engine.sweep()
      expect(await silent.readTranscript(first.conversationId)).toEqual(["bot: Too late"])
      const quick = await openBench(db, source)
      const second = await quick.start()
      quick.clock.advance(59_000)
      await quick.say(second.conversationId, "x")
      quick.clock.advance(60_000)
      await quick.engine.sweep()
      expect(await quick.readTranscript(second.conversationId)).toEqual([
        "contact: x",
        "bot: Thanks for x",
      ])
    })

    it("has no time limit unless one is set", async () => {
      const bench = await openBench(db, 'HEAR x\nTALK "you came back with " + x')
      const { conversationId, waiting } = await bench.start()
      expect(waiting).not.toHaveProperty("until")
      bench.clock.advance(90 * 86_400_000)
      await bench.engine.sweep()
      const resumed = await bench.addEngine().accept({
        orgId: bench.orgId,
        botId: bench.botId,
        source: "test",
        key: "after months",
        conversationId,
        kind: "message",
        text: "news",
      })
      expect(texts(resumed.messages)).toEqual(["you came back with news"])
    })

    it("breaks a silence once, until the person speaks again", async () => {
      const bench = await openBench(
        db,
        'ON SILENCE 60 GOTO nudge\nHEAR x\nTALK "got " + x\nHEAR y\nEXIT\nnudge:\nTALK "Are you there?"\nHEAR z\nTALK "Welcome back"\nHEAR y',
      )
      const { conversationId } = await bench.start()
      for (let minute = 0; minute < 3; minute++) {
        bench.clock.advance(61_000)
        await bench.engine.sweep()
      }
      expect(await bench.readTranscript(conversationId)).toEqual(["bot: Are you there?"])
      await bench.say(conversationId, "yes")
      bench.clock.advance(61_000)
      await bench.engine.sweep()
      expect(await bench.readTranscript(conversationId)).toEqual([
        "bot: Are you there?",
        "contact: yes",
        "bot: Welcome back",
        "bot: Are you there?",
      ])
    })

    it("keeps a timer of an older wait as stale: it ends nothing", async () => {
      const bench = await openBench(
        db,
        'HEAR a TIMEOUT 60 GOTO late\nHEAR b\nTALK "end"\nEXIT\nlate:\nTALK "late"',
      )
      const { conversationId, waiting } = await bench.start()
      const [timer] = await bench.rows<{ id: string }>(
        "select id from timers where conversation_id = $1",
        [conversationId],
      )
      await bench.say(conversationId, "in time")
      const late = await bench.send({
        conversationId,
        kind: "timer",
        source: "timer",
        key: `${timer!.id}:late`,
        waitId: waiting!.id!,
        timerId: timer!.id,
      })
      expect(late.messages).toEqual([])
      expect(await bench.readTranscript(conversationId)).toEqual(["contact: in time"])
      expect(
        await bench.rows("select id from timers where conversation_id = $1", [conversationId]),
      ).toEqual([])
    })
  })
}
