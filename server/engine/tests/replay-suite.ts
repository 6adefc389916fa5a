import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import { handlers } from "#server/keywords/index.ts"
import { EngineStore } from "../engine-store.ts"
import { Programs } from "../programs.ts"
import { replayConversation } from "../replay.ts"
import { FakeService, json } from "./fake-service.ts"
import { openBench } from "./harness.ts"

const program = `
ON MESSAGE "menu" GOTO menu
HEAR name AS NAME WITH "Name?"
lucky = RND()
n = GET BOT MEMORY "n"
SET BOT MEMORY "n", n + 1
WAIT 3
r = POST "https://shop.example/orders", { name: name, lucky: lucky }
TALK r.b + r.a + " at " + NOW()
HEAR size AS "small", "large" TIMEOUT 60 GOTO late
TALK size
EXIT
late:
TALK "too late, " + name
HEAR x
menu:
TALK "menu"
HEAR y
TALK y
`

/** The journal and the recorded inputs run a conversation again with the same outcome. */
export function replaySuite(open: OpenTestDatabase) {
  describe("a replay", () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.close())

    it("gives every state and every word of a conversation again, and does nothing outside", async () => {
      const service = new FakeService()
      service.answer = () => json({ b: "bee ", a: service.calls.length })
      const bench = await openBench(db, program, { send: service.send })
      const { conversationId } = await bench.start({ language: "pt" })
      const states: (string | null)[] = []
      const store = new EngineStore(db)
      const note = async () => {
        const row = await store.findConversation(bench.orgId, conversationId)
        states.push(row!.state)
      }
      await note()
      await bench.say(conversationId, "123")
      await note()
      await bench.say(conversationId, "ana")
      await note()
      bench.clock.advance(3_000)
      await bench.engine.sweep()
      await note()
      bench.clock.advance(60_000)
      await bench.engine.sweep()
      await note()
      await bench.publish('TALK "a newer version"\nHEAR z')
      await bench.say(conversationId, "menu")
      await note()
      await bench.say(conversationId, "soup")
      await note()
      await bench.say(conversationId, "and again?")
      await note()
      const calls = service.calls.length
      const parts = { store, programs: new Programs(store), handlers }
      const turns = await replayConversation(parts, bench.orgId, conversationId)
      expect(turns.map(({ state }) => state)).toEqual(states)
      const said = turns.flatMap(({ messages }) =>
        messages.map(({ sender, text }) => `${sender}: ${text}`),
      )
      expect(said).toEqual(await bench.readTranscript(conversationId))
      expect(said.at(-1)).toBe("bot: a newer version")
      expect(service.calls).toHaveLength(calls)
      const half = await replayConversation(parts, bench.orgId, conversationId, 3)
      expect(half.at(-1)!.state).toBe(states[2])
    })
  })
}
