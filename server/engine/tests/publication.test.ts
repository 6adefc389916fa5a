import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { handlers } from "#server/keywords/index.ts"
import { EngineStore } from "../engine-store.ts"
import { Programs } from "../programs.ts"
import { replayConversation } from "../replay.ts"
import { FakeService, json } from "./fake-service.ts"
import { type Bench, openBench, texts } from "./harness.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

const nothing = { steps: {}, variables: {} }

/** Publishes a version that running conversations follow. Another engine knows of it at once. */
async function follow(
  bench: Bench,
  source: string,
  mode: "now" | "next_hear",
  table: { steps: Record<string, string>; variables: Record<string, string> } = nothing,
) {
  const versionId = await bench.publish(source)
  await bench.rows(
    `insert into version_moves (org_id, version_id, bot_id, mode, steps, variables)
     values ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb)`,
    [
      bench.orgId,
      versionId,
      bench.botId,
      mode,
      JSON.stringify(table.steps),
      JSON.stringify(table.variables),
    ],
  )
  return versionId
}

/** Says it to an engine that remembers nothing of the bot. */
async function sayAnew(bench: Bench, conversationId: string, text: string) {
  const { orgId, botId } = bench
  const engine = bench.addEngine()
  return await engine.accept({
    ...{ orgId, botId, source: "test", key: null, conversationId, kind: "message", text },
  })
}

const versionOf = async (bench: Bench, id: string) => {
  const [row] = await bench.rows<{ version: string }>(
    "select bot_version_id as version from conversations where id = $1",
    [id],
  )
  return row?.version
}

const first = 'HEAR name WITH "Name?"\nHEAR size WITH "Size?"\nTALK "old " & name & " " & size'

describe("a conversation that runs while its bot is published again", () => {
  it("finishes on the version it began with unless the publication says otherwise", async () => {
    const bench = await openBench(db, first)
    const { conversationId } = await bench.start()
    await bench.publish(first.replace("old", "new"))
    await sayAnew(bench, conversationId, "Ana")
    expect(texts((await sayAnew(bench, conversationId, "large")).messages)).toEqual([
      "old Ana large",
    ])
  })

  it("moves before its next answer is taken when it is to move now, with renamed variables and moved steps", async () => {
    const bench = await openBench(db, first)
    const { conversationId } = await bench.start()
    await sayAnew(bench, conversationId, "Ana")
    const version = await follow(
      bench,
      'TALK "Hi"\nHEAR person WITH "Name?"\nHEAR size WITH "Which?"\nTALK "new " & person & " " & size\nHEAR last WITH "More?"\nTALK person',
      "now",
      { steps: { "1": "2" }, variables: { name: "person" } },
    )
    expect(texts((await sayAnew(bench, conversationId, "large")).messages)).toEqual([
      "new Ana large",
      "More?",
    ])
    expect(await versionOf(bench, conversationId)).toBe(version)
    expect(texts((await sayAnew(bench, conversationId, "no")).messages)).toEqual(["Ana"])
  })

  it("answers once more in the old version when it is to move at its next question", async () => {
    const bench = await openBench(db, first)
    const { conversationId } = await bench.start()
    const version = await follow(
      bench,
      'HEAR name WITH "Name?"\nHEAR size WITH "New size?"\nTALK "new " & name & " " & size',
      "next_hear",
    )
    expect(texts((await sayAnew(bench, conversationId, "Ana")).messages)).toEqual(["Size?"])
    expect(await versionOf(bench, conversationId)).toBe(version)
    expect(texts((await sayAnew(bench, conversationId, "large")).messages)).toEqual([
      "new Ana large",
    ])
  })

  it("stays in its version where its question is gone, and moves at the next one that is there", async () => {
    const bench = await openBench(
      db,
      'HEAR a WITH "a?"\nHEAR b WITH "b?"\nHEAR c WITH "c?"\nTALK "old " & a & b & c',
    )
    const { conversationId } = await bench.start()
    await follow(bench, 'TALK "x"\nTALK "y"\nHEAR c WITH "c?"\nTALK "new " & c', "now")
    expect(texts((await sayAnew(bench, conversationId, "1")).messages)).toEqual(["b?"])
    expect(texts((await sayAnew(bench, conversationId, "2")).messages)).toEqual(["c?"])
    expect(texts((await sayAnew(bench, conversationId, "3")).messages)).toEqual(["new 3"])
  })

  it("follows one publication after the other", async () => {
    const bench = await openBench(db, 'HEAR a WITH "a?"\nTALK "one " & a')
    const { conversationId } = await bench.start()
    await follow(bench, 'TALK "hi"\nHEAR b WITH "a?"\nTALK "two " & b', "now", {
      steps: { "0": "1" },
      variables: { a: "b" },
    })
    await follow(bench, 'TALK "hi"\nTALK "ho"\nHEAR c WITH "a?"\nTALK "three " & c', "now", {
      steps: { "1": "2" },
      variables: { b: "c" },
    })
    expect(texts((await sayAnew(bench, conversationId, "x")).messages)).toEqual(["three x"])
  })

  it("goes on in the new version after a process was lost in the middle of the turn that moved it", async () => {
    const service = new FakeService()
    const reached = Promise.withResolvers<void>()
    service.answer = () => {
      service.answer = () => json({ id: 7 })
      reached.resolve()
      return new Promise<never>(() => {})
    }
    const bench = await openBench(db, 'HEAR x WITH "x?"\nTALK "old"', {
      send: service.send,
      options: { leaseMs: 600_000 },
    })
    const { conversationId } = await bench.start()
    const version = await follow(
      bench,
      'HEAR x WITH "x?"\nTALK "new " & x\nr = POST "https://shop.example/"\nTALK "order " & r.id\nHEAR y',
      "now",
    )
    void sayAnew(bench, conversationId, "tea")
    await reached.promise
    // What the publication said is taken back meanwhile: the turn knows what it recorded.
    await bench.rows("delete from version_moves where version_id = $1", [version])
    const restarted = bench.addEngine()
    restarted.start()
    await expect
      .poll(() => bench.readTranscript(conversationId), { timeout: 5_000 })
      .toEqual(["bot: x?", "contact: tea", "bot: new tea", "bot: order 7"])
    await restarted.stop()
    expect(await versionOf(bench, conversationId)).toBe(version)
    const store = new EngineStore(db)
    const parts = { store, programs: new Programs(store), handlers }
    const turns = await replayConversation(parts, bench.orgId, conversationId)
    expect(turns.at(-1)?.messages.map(({ text }) => text)).toEqual(["tea", "new tea", "order 7"])
  })
})

describe("staging", () => {
  it("runs its own version, and stays with it when the bot is published", async () => {
    const bench = await openBench(db, 'TALK "live"\nHEAR x\nTALK "live " & x')
    const staged = await bench.publish('TALK "staged"\nHEAR x\nTALK "staged " & x')
    await bench.rows(
      `update bots set staging_version_id = $2, published_version_id =
         (select id from versions where bot_id = $1 and number = 1) where id = $1`,
      [bench.botId, staged],
    )
    const start = async (source: string) => {
      const { orgId, botId } = bench
      return await bench
        .addEngine()
        .accept({ orgId, botId, source, key: null, conversationId: null, kind: "start" })
    }
    expect(texts((await start("public:x")).messages)).toEqual(["live"])
    const { conversationId, messages } = await start("staging:x")
    expect(texts(messages)).toEqual(["staged"])
    await follow(bench, 'TALK "third"\nHEAR x\nTALK "third " & x', "now")
    expect(texts((await sayAnew(bench, conversationId, "a")).messages)).toEqual(["staged a"])
    // Nothing is open any more: what is said now begins anew, in staging.
    expect(texts((await sayAnew(bench, conversationId, "b")).messages)).toContain("staged")
  })
})

describe("a bot in the bin", () => {
  it("runs nothing, and what was to wake is over", async () => {
    const bench = await openBench(db, 'TALK "a"\nWAIT 5\nTALK "b"')
    const { conversationId } = await bench.start()
    await db.withOrg(bench.orgId, async (tx) => {
      await tx.rows("select set_config('app.bin', 'on', true)")
      await tx.rows("update bots set deleted_at = now() where org_id = $1 and id = $2", [
        bench.orgId,
        bench.botId,
      ])
    })
    await expect(sayAnew(bench, conversationId, "hello")).rejects.toThrow(/no bot/)
    bench.clock.advance(5_000)
    await bench.addEngine().sweep()
    expect(await bench.readTranscript(conversationId)).toEqual(["bot: a"])
  })
})
