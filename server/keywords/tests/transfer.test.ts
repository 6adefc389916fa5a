import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { createTestUser } from "#db/testing/factories.ts"
import { type Bench, openBench, texts } from "#server/engine/tests/harness.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

const nameOf = (bench: Bench) => bench.botId.replace("_", "-")

/** Two bots of one organization; `OTHER` in the second program is the name of the first. */
async function openPair(other: string, own: string) {
  const sales = await openBench(db, other)
  const desk = await openBench(db, own.replaceAll("OTHER", nameOf(sales)), { in: sales })
  return { sales, desk }
}

describe("TRANSFER CONVERSATION", () => {
  it("ends the script, begins the other bot in the same conversation, and that one answers from then on", async () => {
    const { sales, desk } = await openPair(
      'SET USER MEMORY "seen", 1\nHEAR wish WITH "Sales here. What?"\nTALK "Sold: " + wish + GET SESSION "role"',
      'SET SESSION "role", "admin"\nHEAR q WITH "Hello?"\nTALK "I connect you."\nTRANSFER CONVERSATION TO "OTHER"\nTALK "never"',
    )
    const { conversationId } = await desk.start()
    await desk.say(conversationId, "buy")
    await desk.engine.sweep()
    expect(texts((await desk.say(conversationId, "tea")).messages)).toEqual(["Sold: tea"])
    // The program of the other bot is over: the next message begins it anew, not the first one.
    expect(texts((await desk.say(conversationId, "again")).messages)).toEqual(["Sales here. What?"])
    expect(await desk.readTranscript(conversationId)).toEqual([
      "bot: Hello?",
      "contact: buy",
      "bot: I connect you.",
      "bot: Sales here. What?",
      "contact: tea",
      "bot: Sold: tea",
      "contact: again",
      "bot: Sales here. What?",
    ])
    const memories = await desk.rows("select distinct bot_id from memory_entries")
    expect(memories).toEqual([{ bot_id: sales.botId }])
    const runs = await desk.rows<{ status: string; isChild: boolean }>(
      `select r.status, r.parent_run_id is not null as "isChild" from runs r
       where conversation_id = $1 order by started_at, id`,
      [conversationId],
    )
    expect(runs.filter(({ isChild }) => isChild)).toEqual([{ status: "done", isChild: true }])
  })

  it("falls back to the bot it belongs to when the other one is no longer published", async () => {
    const { sales, desk } = await openPair("HEAR a", 'HEAR q\nTRANSFER CONVERSATION TO "OTHER"')
    const { conversationId } = await desk.start()
    await desk.say(conversationId, "go")
    await desk.engine.sweep()
    await desk.say(conversationId, "end")
    await desk.rows("update bots set published_version_id = null where id = $1", [sales.botId])
    await desk.publish('TALK "Back here"')
    expect(texts((await desk.say(conversationId, "hello")).messages)).toEqual(["Back here"])
  })

  it("gives it to a person or a group by their name, and says so where there is nobody of that name", async () => {
    const program = (to: string) =>
      `CREATE TEAM "Support", "ana@example.org"\nON ERROR RESUME NEXT\nTRANSFER CONVERSATION TO "${to}"\nTALK ERROR MESSAGE`
    const bench = await openBench(db, program("support"))
    const userId = await createTestUser(db, { orgId: bench.orgId, role: "builder" })
    for (const to of ["support", `${userId}@example.test`]) {
      await bench.publish(program(to))
      const { conversationId, messages } = await bench.start()
      expect(texts(messages)).toEqual([])
      const rows = await bench.rows(
        "select wanted, state from handoffs where conversation_id = $1",
        [conversationId],
      )
      expect(rows).toEqual([{ wanted: to, state: "waiting" }])
    }
    await bench.publish(program("nobody"))
    expect(texts((await bench.start()).messages).join()).toContain("nobody")
  })

  it("DOS-03 two bots that hand a conversation to each other are cut off", async () => {
    const { sales, desk } = await openPair("HEAR a", 'TRANSFER CONVERSATION TO "OTHER"')
    await sales.publish(`TRANSFER CONVERSATION TO "${nameOf(desk)}"`)
    const { conversationId } = await desk.start()
    const countRuns = async () => {
      await desk.engine.sweep()
      return (await desk.rows("select id from runs where conversation_id = $1", [conversationId]))
        .length
    }
    await expect.poll(countRuns, { timeout: 20_000, interval: 20 }).toBe(17)
    expect((await desk.readTranscript(conversationId)).at(-1)).toContain("went wrong")
  })
})

describe("BROADCAST TO BOTS", () => {
  it("tells every helper bot, each in a conversation of its own, and which of them are not there", async () => {
    const { sales, desk } = await openPair(
      'HEAR news\nINSERT INTO heard WITH text = news\nHEAR more WITH "And?"\nTALK "never"',
      'ADD BOT "OTHER" WITH TRIGGER "buy"\nADD BOT "gone"\nr = BROADCAST "We open at nine." TO BOTS\nTALK r.sent + "/" + r.total + " " + r.results[1].recipient',
    )
    const { messages } = await desk.start()
    expect(texts(messages)).toEqual(["1/2 gone"])
    await desk.engine.sweep()
    const heard = await sales.rows("select cells->>'text' as text from bot_rows")
    expect(heard).toEqual([{ text: "We open at nine." }])
    const waiting = await sales.rows(
      "select id from conversations where bot_id = $1 and waiting is not null",
      [sales.botId],
    )
    expect(waiting).toEqual([])
  })
})
