import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import type { OpenTestDatabase } from "#db/testing/database-source.ts"
import { EngineStore } from "../engine-store.ts"
import type { CommitRow, WriteRow } from "../store-rows.ts"
import { createWorld, publishBundle, type World } from "./world.ts"

const emptyBundle = {
  format: 1,
  code: [],
  constants: [],
  functions: [],
  variables: [],
  builtins: [],
  effects: [],
  handlers: { messages: [], silence: null, failures: [], statements: [] },
  debug: { at: [], lines: [], steps: [] },
} as const

/** What the SQL of the engine promises, on whichever database. */
export function storeSuite(open: OpenTestDatabase) {
  describe("the engine's statements", () => {
    let world: World
    let versionId: string
    let store: EngineStore

    beforeAll(async () => {
      world = await createWorld(await open())
      versionId = await publishBundle(world, emptyBundle)
      store = new EngineStore(world.db)
    })
    afterAll(() => world.db.close())

    function commitRow(changes: Partial<CommitRow> = {}): CommitRow {
      const eventId = newId("evt")
      return {
        org_id: world.orgId,
        id: newId("cnv"),
        bot_id: world.botId,
        version_id: versionId,
        is_new: true,
        contact_id: null,
        channel: "test",
        token_hash: null,
        language: null,
        version: 0,
        epoch: null,
        has_outbox: false,
        is_held: false,
        event_id: eventId,
        source: "test",
        key: eventId,
        body_hash: "hash",
        kind: "message",
        payload: {},
        is_stored: false,
        event_state: "done",
        outcome: { version: 1, endedMs: 0, waiting: null, recorded: null, trace: null },
        state: '{"format":1}',
        waiting: null,
        run_id: null,
        run_is_new: null,
        run_status: null,
        run_fault: null,
        parent_run_id: null,
        messages: [],
        drop_timers: [],
        awaits: [],
        drop_awaits: [],
        timer_id: null,
        timer_kind: null,
        timer_wait_id: null,
        timer_due: null,
        ...changes,
      }
    }
    function message(text: string, sender: "bot" | "contact" = "bot") {
      const at = new Date().toISOString()
      return {
        id: newId("msg"),
        sender,
        kind: "text",
        text,
        choices: null,
        attachment: null,
        step_id: null,
        at,
      }
    }
    function writeRow(row: CommitRow, effect: number, epoch: number | null): WriteRow {
      const journal = {
        id: newId("jrn"),
        effect_number: effect,
        step_id: "1",
        name: "POST",
        kind: "outside" as const,
        args_hash: "x",
        recorded: { nowMs: 1, seed: "2".repeat(32), versionId },
      }
      return { ...row, epoch, journal, lease_ms: 10_000 }
    }
    const count = async (table: string, conversationId: string) => {
      const [row] = await world.db.tenantQuery<{ n: number }>(
        [world.orgId],
        `select count(*)::int as n from ${table} where conversation_id = $1`,
        [conversationId],
      )
      return row!.n
    }

    it("commits a new conversation with its event, messages and run", async () => {
      const row = commitRow({
        messages: [message("hi", "contact"), message("hello")],
        run_id: newId("run"),
      })
      const begun = { ...row, run_is_new: true, run_status: "waiting" as const }
      expect(await store.commit(begun)).toMatchObject({ answer: "committed", firstSeq: 1 })
      expect(await store.findConversation(world.orgId, row.id)).toMatchObject({
        version: 1,
        running: null,
        state: row.state,
      })
      expect(await count("messages", row.id)).toBe(2)
      expect(await count("runs", row.id)).toBe(1)
      expect(await store.findEvent(world.orgId, row.event_id)).toMatchObject({ state: "done" })
    })

    it("stores nothing for a key that is known, and leaves no conversation behind", async () => {
      const first = commitRow({ key: "the same" })
      const second = commitRow({ key: "the same" })
      const third = commitRow()
      expect(await store.commit(first)).toMatchObject({ answer: "committed" })
      const answers = await Promise.all([store.commit(second), store.commit(third)])
      expect(answers.map(({ answer }) => answer)).toEqual(["duplicate", "committed"])
      expect(await store.findConversation(world.orgId, second.id)).toBeNull()
      expect(await store.findConversation(world.orgId, third.id)).not.toBeNull()
    })

    it("advances only the version it was given, and counts messages on without gaps", async () => {
      const row = commitRow({ messages: [message("one")] })
      await store.commit(row)
      const next = { ...commitRow({ messages: [message("two")] }), id: row.id, is_new: false }
      expect(await store.commit({ ...next, version: 0 })).toMatchObject({ answer: "stale" })
      expect(await store.commit({ ...next, version: 1 })).toMatchObject({
        answer: "committed",
        firstSeq: 2,
      })
    })

    it("answers each row of a batch by itself", async () => {
      const good = commitRow()
      const missing = commitRow({ is_new: false })
      const ofNoBot = commitRow({ bot_id: newId("bot") })
      const answers = await Promise.all([good, missing, ofNoBot].map((row) => store.commit(row)))
      expect(answers.map(({ answer }) => answer)).toEqual(["committed", "missing", "failed"])
    })

    it("claims once: whoever comes second writes nothing", async () => {
      const row = commitRow()
      await store.commit(row)
      const turn = {
        ...commitRow({ messages: [message("a")] }),
        id: row.id,
        is_new: false,
        version: 1,
      }
      const other = {
        ...commitRow({ messages: [message("b")] }),
        id: row.id,
        is_new: false,
        version: 1,
      }
      const answers = await Promise.all([
        store.write(writeRow(turn, 1, null)),
        store.write(writeRow(other, 1, null)),
      ])
      expect(answers.map(({ answer }) => answer).sort()).toEqual(["busy", "ok"])
      expect(await count("messages", row.id)).toBe(1)
      expect(await count("journal", row.id)).toBe(1)
      const third = { ...commitRow(), id: row.id, is_new: false, version: 1 }
      expect(await store.commit(third)).toMatchObject({ answer: "busy" })
    })

    it("does nothing for a claim that was taken over: neither journal nor commit nor result", async () => {
      const row = commitRow()
      await store.commit(row)
      const turn = { ...commitRow(), id: row.id, is_new: false, version: 1 }
      expect(await store.write(writeRow(turn, 1, null))).toMatchObject({ answer: "ok", epoch: 1 })
      await store.renew(world.orgId, row.id, turn.event_id, 1, -1)
      const taken = await store.takeOver(world.orgId, turn.event_id, 10_000)
      expect(taken).toMatchObject({ answer: "taken", epoch: 2, attempts: 1, said: 0 })
      expect(await store.write(writeRow(turn, 2, 1))).toEqual({ answer: "lost" })
      expect(await store.writeResult(world.orgId, row.id, turn.event_id, 1, 1, "late")).toBe(false)
      expect(await store.commit({ ...turn, is_stored: true, epoch: 1 })).toMatchObject({
        answer: "stale",
      })
      expect(await store.writeResult(world.orgId, row.id, turn.event_id, 2, 1, "mine")).toBe(true)
      expect(await store.commit({ ...turn, is_stored: true, epoch: 2 })).toMatchObject({
        answer: "committed",
      })
      expect(await store.takeOver(world.orgId, turn.event_id, 10_000)).toEqual({ answer: "done" })
    })

    it("counts the attempts that brought a turn no further, and begins anew after one that did", async () => {
      const row = commitRow()
      await store.commit(row)
      const turn = { ...commitRow(), id: row.id, is_new: false, version: 1 }
      await store.write(writeRow(turn, 1, null))
      const takeOver = async (epoch: number) => {
        await store.renew(world.orgId, row.id, turn.event_id, epoch, -1)
        return await store.takeOver(world.orgId, turn.event_id, 10_000)
      }
      expect(await takeOver(1)).toMatchObject({ attempts: 1 })
      expect(await takeOver(2)).toMatchObject({ attempts: 2 })
      expect(await takeOver(3)).toMatchObject({ attempts: 3 })
      await store.writeResult(world.orgId, row.id, turn.event_id, 4, 1, "done")
      expect(await takeOver(4)).toMatchObject({ attempts: 1 })
      expect(await takeOver(5)).toMatchObject({ attempts: 2 })
    })

    it("does not take over a claim that is alive", async () => {
      const row = commitRow()
      await store.write(writeRow(row, 1, null))
      expect(await store.takeOver(world.orgId, row.event_id, 10_000)).toMatchObject({
        answer: "busy",
      })
    })

    it("gives a data effect its journal row in the same transaction, or neither", async () => {
      const row = commitRow()
      const failing = store.writeData(writeRow(row, 1, null), async () => {
        throw new Error("the work failed")
      })
      await expect(failing).rejects.toThrow("the work failed")
      expect(await store.findConversation(world.orgId, row.id)).toBeNull()
      const done = await store.writeData(writeRow(row, 1, null), async () => ({ b: 1, a: 2 }))
      expect(done).toMatchObject({ answer: { answer: "ok" }, value: { b: 1, a: 2 } })
      expect(await count("journal", row.id)).toBe(1)
    })

    it("stores an event once and runs it as its own afterwards", async () => {
      const row = commitRow()
      await store.commit(row)
      const event = {
        id: newId("evt"),
        orgId: world.orgId,
        botId: world.botId,
        source: "test",
        key: "stored once",
        bodyHash: "h",
        conversationId: row.id,
        kind: "message" as const,
        payload: { text: "x" },
        isStored: false,
      }
      expect(await store.storeEvent(event, row.id, 0)).toMatchObject({ isNew: true })
      const again = await store.storeEvent({ ...event, id: newId("evt") }, row.id, 0)
      expect(again).toMatchObject({ isNew: false, event: { id: event.id } })
      const turn = {
        ...commitRow({ event_id: event.id, key: event.key, is_stored: true }),
        id: row.id,
        is_new: false,
        version: 1,
      }
      const other = { ...commitRow(), id: row.id, is_new: false, version: 1 }
      expect(await store.commit(other)).toMatchObject({ answer: "committed", pending: [event.id] })
      expect(await store.commit({ ...turn, version: 2 })).toMatchObject({
        answer: "committed",
        pending: null,
      })
      expect(await store.findEvent(world.orgId, event.id)).toMatchObject({ state: "done" })
    })

    it("keeps every row in its organization", async () => {
      const stranger = await createWorld(world.db)
      const row = commitRow()
      await store.commit(row)
      expect(await store.findConversation(stranger.orgId, row.id)).toBeNull()
      const forged = {
        ...commitRow(),
        id: row.id,
        is_new: false,
        version: 1,
        org_id: stranger.orgId,
      }
      expect(await store.commit(forged)).toMatchObject({ answer: "missing" })
      const ofForeignBot = commitRow({ org_id: stranger.orgId })
      await expect(store.commit(ofForeignBot)).rejects.toThrow("foreign key")
    })
  })
}
