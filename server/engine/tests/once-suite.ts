import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import { type Bench, openBench, texts } from "./harness.ts"
import { addContact } from "./world.ts"

const echo = 'HEAR x\nWHILE true\nTALK "echo " + x\nHEAR x\nWEND'

/** What is promised about events that come twice, at once, or in a crowd. */
export function onceSuite(open: OpenTestDatabase, crowd: number) {
  describe("an inbound event", () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.close())

    it("has one effect and one answer when its key comes a hundred times at once (WHK-04)", async () => {
      const bench = await openBench(db, echo)
      const { conversationId } = await bench.start()
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => bench.say(conversationId, "hi", { key: "same" })),
      )
      for (const answer of answers) expect(answer).toEqual(answers[0])
      expect(await bench.readTranscript(conversationId)).toEqual(["contact: hi", "bot: echo hi"])
    })

    it("has one effect and one answer when several processes get it at once", async () => {
      const bench = await openBench(db, echo)
      const { conversationId } = await bench.start()
      const engines = [bench.engine, bench.addEngine(), bench.addEngine(), bench.addEngine()]
      const event = {
        orgId: bench.orgId,
        botId: bench.botId,
        source: "test",
        key: "same",
        conversationId,
        kind: "message",
        text: "hi",
      } as const
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, n) => engines[n % engines.length]!.accept(event)),
      )
      for (const answer of answers) expect(answer).toEqual(answers[0])
      expect(await bench.readTranscript(conversationId)).toEqual(["contact: hi", "bot: echo hi"])
    })

    it("opens one conversation when a start is repeated, at once and later", async () => {
      const bench = await openBench(db, 'TALK "hello"\nHEAR x')
      const other = bench.addEngine()
      const event = {
        orgId: bench.orgId,
        botId: bench.botId,
        source: "test",
        key: "start once",
        conversationId: null,
        kind: "start",
      } as const
      const answers = await Promise.all([
        ...Array.from({ length: 10 }, () => bench.engine.accept(event)),
        ...Array.from({ length: 10 }, () => other.accept(event)),
      ])
      answers.push(await bench.engine.accept(event))
      for (const answer of answers) expect(answer).toEqual(answers[0])
      expect(
        await bench.rows("select id from conversations where bot_id = $1", [bench.botId]),
      ).toHaveLength(1)
    })

    it("gives the stored answer to a repeat after the conversation went on", async () => {
      const bench = await openBench(db, echo)
      const { conversationId } = await bench.start()
      const first = await bench.say(conversationId, "one", { key: "k1" })
      await bench.say(conversationId, "two", { key: "k2" })
      expect(await bench.say(conversationId, "one", { key: "k1" })).toEqual(first)
      expect(await bench.readTranscript(conversationId)).toHaveLength(4)
    })

    it("is refused when its key was used with another body, at once and later", async () => {
      const bench = await openBench(db, echo)
      const { conversationId } = await bench.start()
      const first = bench.say(conversationId, "one", { key: "k" })
      const reused = { code: "request.key_reused" }
      await expect(bench.say(conversationId, "two", { key: "k" })).rejects.toMatchObject(reused)
      await first
      await expect(bench.say(conversationId, "three", { key: "k" })).rejects.toMatchObject(reused)
      expect(await bench.readTranscript(conversationId)).toEqual(["contact: one", "bot: echo one"])
    })

    it("does not collide with the key another visitor chose", async () => {
      const bench = await openBench(db, echo)
      const [a, b] = [await bench.start(), await bench.start()]
      await bench.say(a.conversationId, "from a", { key: "1" })
      const answer = await bench.say(b.conversationId, "from b", { key: "1" })
      expect(texts(answer.messages)).toEqual(["echo from b"])
    })

    it("is answered in the order of arrival within its conversation", async () => {
      const bench = await openBench(db, echo)
      const { conversationId } = await bench.start()
      const words = Array.from({ length: 50 }, (_, n) => `w${n}`)
      await Promise.all(words.map((word) => bench.say(conversationId, word)))
      expect(await bench.readTranscript(conversationId)).toEqual(
        words.flatMap((word) => [`contact: ${word}`, `bot: echo ${word}`]),
      )
    })

    it("loses nothing and doubles nothing when several processes talk to one conversation", async () => {
      const bench = await openBench(db, echo)
      const { conversationId } = await bench.start()
      const engines = [bench.engine, bench.addEngine(), bench.addEngine()]
      const words = Array.from({ length: 60 }, (_, n) => `w${n}`)
      await Promise.all(
        words.map((text, n) =>
          engines[n % 3]!.accept({
            orgId: bench.orgId,
            botId: bench.botId,
            source: "test",
            key: text,
            conversationId,
            kind: "message",
            text,
          }),
        ),
      )
      const transcript = await bench.readTranscript(conversationId)
      expect(transcript).toHaveLength(120)
      const echoes = transcript.filter((line) => line.startsWith("bot")).sort()
      expect(echoes).toEqual(words.map((word) => `bot: echo ${word}`).sort())
    })

    it("meets the other first message of the same contact in one conversation", async () => {
      const bench = await openBench(db, 'TALK "hello"\nHEAR x\nTALK "x " + x\nHEAR y')
      const contactId = await addContact(bench)
      const other = bench.addEngine()
      const event = (text: string) =>
        ({
          orgId: bench.orgId,
          botId: bench.botId,
          source: "telegram:1",
          key: newId("evt"),
          conversationId: null,
          contactId,
          kind: "message",
          text,
        }) as const
      const answers = await Promise.all([
        bench.engine.accept(event("a")),
        other.accept(event("b")),
        bench.engine.accept(event("c")),
      ])
      expect(new Set(answers.map(({ conversationId }) => conversationId)).size).toBe(1)
      const transcript = await bench.readTranscript(answers[0]!.conversationId)
      expect(transcript.filter((line) => line.startsWith("contact")).sort()).toEqual([
        "contact: a",
        "contact: b",
        "contact: c",
      ])
      expect(transcript.filter((line) => line === "bot: hello")).toHaveLength(1)
    })

    it("never meets another conversation: however many at once keep their markers apart (SES-04)", async () => {
      const bench = await openBench(
        db,
        'HEAR mark\nSET SESSION "mark", mark\nSET USER MEMORY "mark", mark\nTALK "1 " + mark\nHEAR x\nTALK "2 " + mark + " " + x\nkept = GET SESSION "mark"\nremembered = GET USER MEMORY "mark"\nTALK "3 " + kept + " " + remembered',
      )
      await Promise.all(Array.from({ length: crowd }, (_, n) => holdMarked(bench, `mark-${n}-end`)))
    })
  })
}

async function holdMarked(bench: Bench, mark: string) {
  const { conversationId } = await bench.start()
  await bench.say(conversationId, mark)
  await bench.say(conversationId, `again ${mark}`)
  expect(await bench.readTranscript(conversationId)).toEqual([
    `contact: ${mark}`,
    `bot: 1 ${mark}`,
    `contact: again ${mark}`,
    `bot: 2 ${mark} again ${mark}`,
    `bot: 3 ${mark} ${mark}`,
  ])
}
