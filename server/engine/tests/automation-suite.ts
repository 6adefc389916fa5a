import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { collectDeclarations, parse } from "#basic"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import { announceChange } from "#server/records/events/announce-change.ts"
import { applyHandlers } from "#server/records/events/apply-declarations.ts"
import type { Publication } from "#server/records/publication.ts"
import { applySchedules } from "#server/records/schedules/apply-declarations.ts"
import { mergeDeclarations } from "#server/services/bots/merge-declarations.ts"
import { type Bench, openBench, texts } from "./harness.ts"

/** Publishes a script with what it declares, as the product does. */
async function publish(bench: Bench, source: string) {
  const versionId = await bench.publish(source)
  const declarations = collectDeclarations(parse(source).program)
  const publication = {
    ...{ orgId: bench.orgId, botId: bench.botId, versionId, at: bench.clock.now() },
    declarations: mergeDeclarations([{ name: "start", declarations }]),
  } as Publication
  await bench.db.withOrg(bench.orgId, async (tx) => {
    await applySchedules(tx, publication)
    await applyHandlers(tx, publication)
  })
}

async function open(db: Database, source: string): Promise<Bench> {
  const bench = await openBench(db, source)
  await publish(bench, source)
  return bench
}

const hourMs = 3_600_000

/** Everything automations said, in the order they said it. */
async function saidByAutomations(bench: Bench): Promise<string[]> {
  const rows = await bench.rows<{ text: string }>(
    `select m.text from messages m join conversations c on c.id = m.conversation_id
     where c.bot_id = $1 and c.channel in ('event', 'schedule') order by m.at, m.id`,
    [bench.botId],
  )
  return rows.map(({ text }) => text)
}

/** What is promised of schedules, reminders and events. */
export function automationSuite(openDatabase: OpenTestDatabase) {
  let db: Database
  beforeAll(async () => {
    db = await openDatabase()
  })
  afterAll(() => db.close())

  describe("a schedule", () => {
    const hourly = 'SET SCHEDULE "every hour"\nTALK "tick"\n'

    it("runs its script once for each due time, however many processes look", async () => {
      const bench = await open(db, hourly)
      const other = bench.addEngine()
      bench.clock.advance(hourMs)
      await Promise.all([bench.engine.sweep(), other.sweep(), bench.engine.sweep()])
      await bench.engine.sweep()
      expect(await saidByAutomations(bench)).toEqual(["tick"])
    })

    it("happens once after a time in which nobody looked, not once for each time that was missed", async () => {
      const bench = await open(db, hourly)
      bench.clock.advance(30 * hourMs)
      await bench.engine.sweep()
      await bench.engine.sweep()
      expect(await saidByAutomations(bench)).toEqual(["tick"])
      bench.clock.advance(hourMs)
      await bench.engine.sweep()
      expect(await saidByAutomations(bench)).toHaveLength(2)
    })

    it("keeps its next time over a publication, and is gone when no script declares it any more", async () => {
      const bench = await open(db, hourly)
      const dues = () =>
        bench.rows("select id, due from schedules where bot_id = $1", [bench.botId])
      const before = await dues()
      bench.clock.advance(60_000)
      await publish(bench, `${hourly}TALK "tock"\n`)
      expect(await dues()).toEqual(before)
      await publish(bench, 'TALK "Hi"\n')
      expect(await dues()).toEqual([])
    })

    it("is set by a running script, once for a date, and again under the same name replaces it", async () => {
      const source = `
IF argument = "x" THEN
    TALK "job " + argument
    RETURN
END IF
SET SCHEDULE "nightly", "every day at 3am", "start", "x"
SET SCHEDULE "nightly", "every day at 4am", "start", "x"
SET SCHEDULE DATEADD(NOW(), 10, "minute"), "start.bas", "x"
TALK "set"
`
      const bench = await open(db, source)
      expect(texts((await bench.start()).messages)).toEqual(["set"])
      const rows = await bench.rows<{ whenText: string }>(
        `select when_text as "whenText" from schedules where bot_id = $1 order by origin, due`,
        [bench.botId],
      )
      expect(rows.filter((row) => row.whenText.startsWith("every"))).toEqual([
        { whenText: "every day at 4am" },
      ])
      bench.clock.advance(600_000)
      await bench.engine.sweep()
      const left = await bench.rows("select id from schedules where bot_id = $1", [bench.botId])
      expect(left).toHaveLength(1)
      expect(await saidByAutomations(bench)).toEqual(["job x"])
    })

    it("runs a script for certain roles with the rights of whoever published it", async () => {
      const guarded = 'ALLOW ROLE "admin"\nSET SCHEDULE "every hour"\nTALK "report"\n'
      const bench = await open(db, guarded)
      bench.clock.advance(hourMs)
      await bench.engine.sweep()
      expect(await saidByAutomations(bench)).toEqual(["report"])
      expect(texts((await bench.start()).messages)).not.toContain("report")
    })

    it("stops when the bot is no longer published", async () => {
      const bench = await open(db, hourly)
      await bench.rows("update bots set published_version_id = null where id = $1", [bench.botId])
      bench.clock.advance(2 * hourMs)
      await bench.engine.sweep()
      expect(await saidByAutomations(bench)).toEqual([])
      expect(
        await bench.rows("select due from schedules where bot_id = $1", [bench.botId]),
      ).toEqual([{ due: null }])
    })
  })

  describe("a reminder", () => {
    const source = `
name = "Ana"
SCHEDULE IN 2 HOURS DO
    TALK "Still there, " + name + "?"
END SCHEDULE
name = "Bea"
HEAR color WITH "Which colour?"
TALK "I like " + color
`
    it("lies on top of a waiting conversation, knows what it was told, and the question is asked again", async () => {
      const bench = await open(db, source)
      const { conversationId } = await bench.start()
      bench.clock.advance(2 * hourMs)
      await bench.engine.sweep()
      await bench.engine.sweep()
      expect(await bench.readTranscript(conversationId)).toEqual([
        "bot: Which colour?",
        "bot: Still there, Ana?",
        "bot: Which colour?",
      ])
      expect(texts((await bench.say(conversationId, "red")).messages)).toEqual(["I like red"])
    })

    it("takes the answer to its own question, and then leaves the one below as it was", async () => {
      const asking = `
SCHEDULE IN 1 MINUTES DO
    HEAR mood WITH "How do you feel?"
    TALK "Noted: " + mood
END SCHEDULE
TALK "Which colour?"
HEAR color TIMEOUT 7200 GOTO late
TALK "I like " + color
EXIT
late:
TALK "Too late"
`
      const bench = await open(db, asking)
      const { conversationId } = await bench.start()
      bench.clock.advance(60_000)
      await bench.engine.sweep()
      await bench.engine.sweep()
      expect(texts((await bench.say(conversationId, "fine")).messages)).toEqual([
        "Noted: fine",
        "Which colour?",
      ])
      bench.clock.advance(2 * hourMs)
      await bench.engine.sweep()
      expect((await bench.readTranscript(conversationId)).at(-1)).toBe("bot: Too late")
    })

    it("waits while a person has the conversation", async () => {
      const bench = await open(db, source)
      const { conversationId } = await bench.start()
      const hold = (at: string) =>
        bench.rows(`update conversations set taken_over_at = ${at} where id = $1`, [conversationId])
      await hold("now()")
      bench.clock.advance(2 * hourMs)
      await bench.engine.sweep()
      expect(await bench.readTranscript(conversationId)).toEqual(["bot: Which colour?"])
      await hold("null")
      bench.clock.advance(60_000)
      await bench.engine.sweep()
      await bench.engine.sweep()
      expect(await bench.readTranscript(conversationId)).toContain("bot: Still there, Ana?")
    })

    it("comes after the end of the conversation too", async () => {
      const bench = await open(
        db,
        `SCHEDULE IN 5 SECONDS DO\nTALK "Later"\nEND SCHEDULE\nTALK "Now"\n`,
      )
      const { conversationId } = await bench.start()
      bench.clock.advance(5_000)
      await bench.engine.sweep()
      await bench.engine.sweep()
      expect(await bench.readTranscript(conversationId)).toEqual(["bot: Now", "bot: Later"])
    })
  })

  describe("an event", () => {
    it("starts each ON EVENT of its name, and wakes whoever waits for it, with what goes with it", async () => {
      const bench = await open(
        db,
        `
ON EVENT "paid" DO
    TALK "Paid " + id
END ON
HEAR word
IF word = "wait" THEN
    got = WAIT FOR EVENT "paid" TIMEOUT 60
    IF got IS NULL THEN TALK "Nothing" ELSE TALK "Got " + got.id
ELSE
    PUBLISH EVENT "Paid", { id: 7 }
END IF
`,
      )
      const waiting = await bench.start()
      const late = await bench.start()
      await bench.say(waiting.conversationId, "wait")
      const { conversationId } = await bench.start()
      await bench.say(conversationId, "publish")
      await bench.engine.sweep()
      expect((await bench.readTranscript(waiting.conversationId)).at(-1)).toBe("bot: Got 7")
      expect(await saidByAutomations(bench)).toEqual(["Paid 7"])
      await bench.say(late.conversationId, "wait")
      bench.clock.advance(60_000)
      await bench.engine.sweep()
      expect((await bench.readTranscript(late.conversationId)).at(-1)).toBe("bot: Nothing")
    })

    it("that comes while a reminder that asks lies on top is kept until the reminder is over", async () => {
      const bench = await open(
        db,
        `
HEAR word
IF word = "publish" THEN
    PUBLISH EVENT "paid", { id: 7 }
    EXIT
END IF
SCHEDULE IN 1 MINUTES DO
    HEAR mood WITH "How do you feel?"
    TALK "Noted: " + mood
END SCHEDULE
got = WAIT FOR EVENT "paid"
TALK "Got " + got.id
HEAR more
`,
      )
      const { conversationId } = await bench.start()
      await bench.say(conversationId, "wait")
      bench.clock.advance(60_000)
      await bench.engine.sweep()
      await bench.engine.sweep()
      for (const _ of [1, 2]) {
        const publisher = await bench.start()
        await bench.say(publisher.conversationId, "publish")
      }
      await bench.engine.sweep()
      expect((await bench.readTranscript(conversationId)).at(-1)).toBe("bot: How do you feel?")
      await bench.say(conversationId, "fine")
      await bench.engine.sweep()
      expect((await bench.readTranscript(conversationId)).slice(-2)).toEqual([
        "bot: Noted: fine",
        "bot: Got 7",
      ])
      const runs = await bench.rows<{ isTop: boolean }>(
        `select parent_run_id is not null as "isTop" from runs
         where conversation_id = $1 order by started_at`,
        [conversationId],
      )
      expect(runs).toEqual([{ isTop: false }, { isTop: true }])
      const left = await bench.rows("select 1 from awaited_events where bot_id = $1", [bench.botId])
      expect(left).toEqual([])
    })

    it("of a row runs for a change that is kept and never for one that is undone", async () => {
      const bench = await open(
        db,
        'ON INSERT OF "orders"\n    TALK change + " " + item\nEND ON\nTALK "Hi"\n',
      )
      const { conversationId } = await bench.start()
      const place = {
        ...bench,
        conversationId,
        contactId: null,
        nowMs: bench.clock.now().getTime(),
      }
      const change = { table: "Orders", change: "inserted" } as const
      await db.withOrg(bench.orgId, (tx) =>
        announceChange(tx, place, { ...change, row: { item: "tea" } }),
      )
      await expect(
        db.withOrg(bench.orgId, async (tx) => {
          await announceChange(tx, place, { ...change, row: { item: "milk" } })
          throw new Error("undone")
        }),
      ).rejects.toThrow("undone")
      await bench.engine.sweep()
      expect(await saidByAutomations(bench)).toEqual(["inserted tea"])
    })

    it("DOS-03 that starts itself again is cut off after so many runs, with an error that can be caught", async () => {
      const bench = await open(
        db,
        'ON EVENT "again" DO\n    ON ERROR GOTO cut\n    PUBLISH EVENT "again"\n    EXIT\n    cut:\n    TALK ERROR MESSAGE\nEND ON\nPUBLISH EVENT "again"\n',
      )
      await bench.start()
      for (let round = 0; round < 3; round++) await bench.engine.sweep()
      const runs = await bench.rows("select id from conversations where bot_id = $1", [bench.botId])
      expect(runs).toHaveLength(17)
      expect((await saidByAutomations(bench)).join()).toContain("a chain may have 16")
    })
  })

  it("goes by the clock on the bot's wall: NOW, and answers that are dates", async () => {
    const bench = await openBench(
      db,
      'TALK FORMAT(NOW(), "HH:mm")\nHEAR day AS DATE\nTALK FORMAT(day, "YYYY-MM-DD HH:mm")\nPRINT NOW()\n',
    )
    await bench.rows("update bots set time_zone = 'Asia/Kolkata' where id = $1", [bench.botId])
    bench.clock.advance(Date.UTC(2030, 0, 1, 20, 0) - bench.clock.now().getTime())
    const started = await bench.start()
    expect(texts(started.messages)).toEqual(["01:30"])
    const answered = await bench.say(started.conversationId, "today")
    expect(texts(answered.messages)).toEqual(["2030-01-02 00:00"])
  })
}
