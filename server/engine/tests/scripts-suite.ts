import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { link, parse } from "#basic"
import { newId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import { type Bench, openBench, texts } from "./harness.ts"
import { publishBundle } from "./world.ts"

async function open(db: Database, sources: Readonly<Record<string, string>>): Promise<Bench> {
  const bench = await openBench(db, "")
  const scripts = Object.entries(sources).map(([name, source]) => ({
    name,
    source,
    program: parse(source).program,
  }))
  await publishBundle(bench, link(scripts))
  return bench
}

/** What is promised of bots of several scripts. */
export function scriptsSuite(openDatabase: OpenTestDatabase) {
  let db: Database
  beforeAll(async () => {
    db = await openDatabase()
  })
  afterAll(() => db.close())

  const startAt = (bench: Bench, more: object) => bench.send({ kind: "event", ...more })

  describe("a bot of several scripts", () => {
    it("asks in a script that was called, and the caller goes on with its value turns later", async () => {
      const bench = await open(db, {
        start: 'n = 1\nname = CALL "ask.bas", "Who?"\nTALK "Hello " + name + n',
        ask: "PARAM question AS STRING\nHEAR n WITH question\nWAIT 5\nRETURN UCASE(n)",
      })
      const { conversationId, messages } = await bench.start()
      expect(texts(messages)).toEqual(["Who?"])
      await bench.say(conversationId, "ana")
      bench.clock.advance(5_000)
      await bench.engine.sweep()
      expect(await bench.readTranscript(conversationId)).toContain("bot: Hello ANA1")
    })

    it("takes words of ON MESSAGE where the innermost open script declares them", async () => {
      const bench = await open(db, {
        start: 'ON MESSAGE "menu" GOTO menu\nCALL ask\nEXIT\nmenu:\nTALK "The menu"',
        ask: 'ON MESSAGE "help" GOTO help\nHEAR x WITH "Say"\nEXIT\nhelp:\nTALK "Help"\nHEAR x WITH "Again"',
      })
      const { conversationId } = await bench.start()
      expect(texts((await bench.say(conversationId, "help")).messages)).toEqual(["Help", "Again"])
      expect(texts((await bench.say(conversationId, "menu")).messages)).toEqual(["The menu"])
    })
  })

  describe("names that nothing sets", () => {
    const source = `TALK user.name + ", " + user.email + ", " + username + ", " + session.channel
TALK (GET "session.user_email") + ", " + (GET "session.user_name") + ", " + (GET "session.channel")
TALK hour = 0 OR hour > 0`

    it("are who is there and over which channel, in every script", async () => {
      const bench = await open(db, { start: "CALL who", who: source })
      const contactId = newId("con")
      await db.tenantQuery(
        [bench.orgId],
        `insert into contacts (org_id, id, channel, name, attributes)
         values ($1, $2, 'test', 'Ana', '{"email": "ana@example.org"}')`,
        [bench.orgId, contactId],
      )
      const { messages } = await bench.start({ contactId })
      expect(texts(messages)).toEqual([
        "Ana, ana@example.org, Ana, test",
        "ana@example.org, Ana, test",
        "true",
      ])
    })

    it("are empty for a visitor without an identity, and the scripts' own where they are set", async () => {
      const bench = await open(db, { start: 'user = "mine"\nTALK user\nTALK username IS NULL' })
      expect(texts((await bench.start()).messages)).toEqual(["mine", "true"])
    })
  })

  describe("a run of one script", () => {
    const sources = {
      start: 'TALK "start"',
      double: "PARAM n AS NUMBER\nRETURN n * 2",
      speak: 'TALK "One"\nTALK "Two"',
      secret: 'ALLOW ROLE "desk"\nTALK "Secret"\nRETURN 1',
    }

    it("begins with its inputs and gives back what it returns", async () => {
      const bench = await open(db, sources)
      const result = await startAt(bench, { script: "double.bas", inputs: { n: 21 } })
      expect(result).toMatchObject({ messages: [], reply: { value: 42 } })
    })

    it("as a tool has the value of what it said when it returns nothing", async () => {
      const bench = await open(db, sources)
      const result = await startAt(bench, { script: "speak", isTool: true })
      expect(result.reply?.value).toBe("One\nTwo")
      expect((await startAt(bench, { script: "speak" })).reply).toBeUndefined()
      const returned = await startAt(bench, { script: "double", inputs: { n: 1 }, isTool: true })
      expect(returned.reply?.value).toBe(2)
    })

    it("is closed to whoever lacks the role it allows", async () => {
      const bench = await open(db, sources)
      const result = await startAt(bench, { script: "secret" })
      expect(result.reply).toBeUndefined()
      expect(texts(result.messages)).not.toContain("Secret")
    })
  })
}
