import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { collectDeclarations, link, parse } from "#basic"
import { approvedCall, confirmedCall } from "#basic/assistant/approved-call.ts"
import type { Json } from "#basic/vm/value.ts"
import { conversationTopic } from "#catalog/events.ts"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import { makeFakeParts } from "#server/keywords/tests/fake-parts.ts"
import type { ModelCall } from "#server/models/port.ts"
import { FakeService, json } from "./fake-service.ts"
import { type Bench, openBench } from "./harness.ts"
import { publishBundle } from "./world.ts"

const bookTable = `PARAM people AS INTEGER LIKE 4 DESCRIPTION "How many"
DESCRIPTION "Books a table."
r = POST "https://tables.example/", { people: people }
SET BOT MEMORY "booked", people
RETURN { code: r.code }
`
const talk = `USE TOOL "book-table"
HEAR q
TALK ANSWER q
HEAR more
TALK ANSWER more
HEAR last
`
const passage = {
  ...{ id: "kbc_1", documentId: "kbd_1", base: "docs", title: "Hours", section: null, page: 2 },
  ...{ text: "We open at nine.", url: null, score: 0.9 },
}

/** Publishes scripts with what they declare, as the product does. */
async function publishScripts(bench: Bench, scripts: Record<string, string>) {
  const parsed = Object.entries(scripts).map(([name, source]) => ({
    ...{ name, source },
    program: parse(source).program,
  }))
  const bundle = link(parsed)
  const versionId = await publishBundle(bench, bundle)
  const tools = parsed.flatMap(({ name, program }) =>
    collectDeclarations(program).tools.map((tool) => ({ ...tool, inScript: name })),
  )
  await bench.db.asOwner((tx) =>
    tx.rows("update versions set declarations = $2::text::jsonb where id = $1", [
      versionId,
      JSON.stringify({ tools }),
    ]),
  )
}
async function setUpModel(bench: Bench) {
  for (const [name, value] of [
    ["llm-provider", "openai"],
    ["llm-key", "sk-1"],
    ["llm-model", "gpt-4o-mini"],
  ])
    await bench.rows(
      "insert into bot_settings (org_id, bot_id, name, value) values ($1, $2, $3, $4)",
      [bench.orgId, bench.botId, name ?? "", value ?? ""],
    )
}
const call = (id: string, name: string, args: Json): ModelCall => ({ id, name, arguments: args })

/** What the answer step promises over a real database. */
export function answerSuite(open: OpenTestDatabase) {
  describe("the answer step", () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.close())

    it("runs a script as a tool, journals each call, counts the cost and keeps the sources with the message", async () => {
      const service = new FakeService()
      service.answer = () => json({ code: "T-7" })
      const parts = makeFakeParts()
      parts.found.answer = { passages: [passage], isConfident: true }
      const said: (string | ModelCall[])[] = [
        [call("a", "book-table", { people: 4 })],
        "Your table is booked: T-7. We open at nine [1].",
      ]
      parts.model.say = () => said.shift() ?? "[[unknown]]"
      const bench = await openBench(db, "HEAR x\n", { send: service.send, parts })
      await publishScripts(bench, { start: talk, "book-table": bookTable })
      await setUpModel(bench)
      const { conversationId } = await bench.start()
      const result = await bench.say(conversationId, "A table for four please, when do you open?")
      expect(result.messages[0]?.text).toBe("Your table is booked: T-7. We open at nine [1].")
      expect(result.messages[0]?.sources).toEqual([
        { number: 1, id: "kbc_1", title: "Hours", page: 2 },
      ])
      expect(service.calls).toHaveLength(1)
      const journal = await bench.rows<{ name: string; state: string }>(
        "select name, state from journal where conversation_id = $1 order by effect_number",
        [conversationId],
      )
      expect(journal.map(({ name }) => name)).toEqual([
        ...["TALK ANSWER MODELS", "ANSWER HISTORY", "TALK ANSWER", "ANSWER TOOLS"],
        ...["TALK ANSWER ASK", "TALK ANSWER USAGE", "TOOL book-table", "POST", "SET BOT MEMORY"],
        ...["TALK ANSWER ASK", "TALK ANSWER USAGE"],
      ])
      expect(new Set(journal.map(({ state }) => state))).toEqual(new Set(["done"]))
      const spend = await bench.rows<{ scope: string; tokens: number; cost: number }>(
        `select scope, tokens::int as tokens, cost_micros::int as cost from model_spend
         where subject in ($1, $2, $3) order by scope`,
        [bench.botId, conversationId, bench.orgId],
      )
      expect(spend.map(({ scope, tokens }) => [scope, tokens])).toEqual([
        ["bot", 30],
        ["conversation", 30],
        ["organization", 30],
      ])
      expect(spend.every(({ cost }) => cost > 0)).toBe(true)
      const [event] = await bench.rows<{ stages: [string, string][] }>(
        `select outcome->'trace'->'stages' as stages from inbound_events
         where conversation_id = $1 and kind = 'message'`,
        [conversationId],
      )
      expect(event?.stages.map(([, name]) => name)).toEqual([
        ...["guard in", "cache", "models", "history", "knowledge", "tools offered", "model"],
        ...["tools", "model", "truth guard", "guard out", "cite"],
      ])
    })

    it("goes on in the middle of a tool loop after its process died, and calls nothing twice", async () => {
      const service = new FakeService()
      const parts = makeFakeParts()
      const said: (string | ModelCall[])[] = [
        [call("a", "book-table", { people: 4 }), call("b", "book-table", { people: 2 })],
        "Both tables are booked.",
      ]
      parts.model.say = () => said.shift() ?? "[[unknown]]"
      let count = 0
      const died = Promise.withResolvers<void>()
      // The process dies after the second call reached the service and before its answer was noted.
      service.answer = () => {
        count++
        if (count === 2) died.resolve()
        return json({ code: `T-${count}` })
      }
      let isDead = false
      const send = async (request: Parameters<typeof service.send>[0]) => {
        const reply = await service.send(request)
        if (!isDead && service.calls.length === 2) {
          isDead = true
          throw new Error("The process ended here.")
        }
        return reply
      }
      const bench = await openBench(db, "HEAR x\n", { send, parts, options: { leaseMs: 200 } })
      await publishScripts(bench, { start: talk, "book-table": bookTable })
      await setUpModel(bench)
      const { conversationId } = await bench.start()
      const first = bench.say(conversationId, "Two tables please", { key: "k1" })
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
        .toEqual(["contact: Two tables please", "bot: Both tables are booked."])
      expect(service.calls.map(({ body }) => body)).toEqual(['{"people":4}', '{"people":2}'])
      expect(parts.questions).toHaveLength(2)
      const asked = JSON.stringify(parts.questions[1]?.question.messages)
      expect(asked).toContain("T-1")
      expect(asked).toContain("T-2")
    })

    it.each([
      ["approved by a person", approvedCall, null],
      ["that the visitor said yes to", confirmedCall, "Yes"],
    ])(
      "makes a call %s once, when the process dies in the middle of it, and says that nobody knows how it came out",
      async (_, calling, answer) => {
        const service = new FakeService()
        service.answer = () => json("Refunded")
        const send = async (request: Parameters<typeof service.send>[0]) => {
          await service.send(request)
          throw new Error("The process ended here.")
        }
        const bench = await openBench(db, "HEAR x\n", { send, options: { leaseMs: 200 } })
        const { name: script, source } = calling
        await publishScripts(bench, { start: "HEAR q\nHEAR more\n", [script]: source })
        const operation = {
          ...{ name: "refund", description: "Refunds.", method: "POST", path: "/refunds" },
          ...{ query: [], headers: [], hasBody: true, schema: { type: "object" } },
        }
        await bench.rows(
          `insert into tool_services (org_id, id, bot_id, name, url, operations)
         values ($1, 'tsv_1', $2, 'shop', 'https://shop.example', $3::text::jsonb)`,
          [bench.orgId, bench.botId, JSON.stringify([operation])],
        )
        const { conversationId } = await bench.start()
        const inputs = {
          ...{ tool_name: "shop.refund", tool_input: { amount: 20 } },
          ...{ words_done: "Done.", words_failed: "It did not work." },
          ...(answer !== null && { words_question: "May I?", words_yes: "Yes", words_no: "No" }),
          ...(answer !== null && { words_declined: "Not done." }),
        }
        const yes = { kind: "event", source: "approval", key: "apv_1", conversationId } as const
        const begun = bench.send({ ...yes, script, inputs, depth: 1 })
        if (answer !== null) await begun
        const called = answer === null ? begun : bench.say(conversationId, answer)
        await expect(called).rejects.toThrow("ended here")
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
          .toEqual([
            ...(answer === null ? [] : ["bot: May I?", `contact: ${answer}`]),
            "bot: It did not work.",
          ])
        expect(service.calls.map(({ body }) => body)).toEqual(['{"amount":20}'])
      },
    )

    it("gives a cached answer without a single row of the journal, and forgets it when a setting changes", async () => {
      const parts = makeFakeParts()
      parts.found.answer = { passages: [passage], isConfident: true }
      const bench = await openBench(db, "HEAR x\n", { parts })
      await publishScripts(bench, { start: "ask:\nHEAR q\nTALK ANSWER q\nGOTO ask\n" })
      const { conversationId } = await bench.start()
      const question = "When do you open in the morning?"
      const rows = async () =>
        (await bench.rows("select 1 from journal where conversation_id = $1", [conversationId]))
          .length
      const { messages } = await bench.say(conversationId, question)
      const before = await rows()
      const again = await bench.say(conversationId, question)
      expect(again.messages[0]).toMatchObject({
        ...{ text: messages[0]?.text, sources: messages[0]?.sources },
      })
      expect(await rows()).toBe(before)
      parts.answers.forget(bench.botId)
      const stored = await bench.say(conversationId, question)
      expect(stored.messages[0]?.text).toBe(messages[0]?.text)
      await setUpModel(bench)
      parts.answers.forget(bench.botId)
      parts.model.say = () => "At nine [1]."
      expect((await bench.say(conversationId, question)).messages[0]?.text).toBe("At nine [1].")
    })

    it("ISO-13 never gives an answer of another organization, however equal the question is", async () => {
      const parts = makeFakeParts()
      parts.found.answer = { passages: [passage], isConfident: true }
      const source = "HEAR q\nTALK ANSWER q\nHEAR more\n"
      const question = "When do you open in the morning?"
      const [ours, theirs] = [
        await openBench(db, source, { parts }),
        await openBench(db, source, { parts }),
      ]
      const ask = async (bench: Bench) => {
        const { conversationId } = await bench.start()
        return (await bench.say(conversationId, question)).messages[0]?.text
      }
      await setUpModel(ours)
      parts.model.say = () => "Ours alone [1]."
      expect(await ask(ours)).toBe("Ours alone [1].")
      expect(await ask(theirs)).toMatch(/^From “Hours/)
      // The same again from the database, as another process finds it.
      parts.answers.forget(ours.botId)
      expect(await ask(theirs)).toMatch(/^From “Hours/)
      expect(await ask(ours)).toBe("Ours alone [1].")
      expect(parts.questions).toHaveLength(1)
    })

    it("shows live clients the answer while it is written, under the id it will have", async () => {
      const parts = makeFakeParts()
      parts.model.say = () => "One. Two. Three"
      const { createMemoryPubSub } = await import("#server/infra/pubsub/memory.ts")
      const pubsub = createMemoryPubSub()
      const bench = await openBench(db, "HEAR x\n", { parts, pubsub })
      await publishScripts(bench, { start: "HEAR q\nTALK ANSWER q\nHEAR more\n" })
      await setUpModel(bench)
      const { conversationId } = await bench.start()
      const deltas: { id: string; epoch: number; text: string }[] = []
      await pubsub.subscribe(conversationTopic(conversationId), (message) => {
        if (typeof message === "object" && message !== null && "t" in message)
          deltas.push(message as never)
      })
      const { messages } = await bench.say(conversationId, "Count for me please")
      expect(deltas.map(({ text }) => text)).toEqual(["One. ", "Two. "])
      expect(new Set(deltas.map(({ id }) => id))).toEqual(new Set([messages[0]?.id]))
    })
  })
}
