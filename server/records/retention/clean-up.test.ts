import { afterAll, beforeAll, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { type Bench, openBench } from "#server/engine/tests/harness.ts"
import { beginCleanUps } from "./clean-up.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

const dayMs = 86_400_000
const count = async (bench: Bench, what: string) =>
  Number((await bench.rows<{ n: number }>(`select count(*) as n from ${what}`))[0]?.n)

/** What of the organization is over goes as soon as somebody looks. */
const makeDue = (bench: Bench) =>
  db.withOrg(bench.orgId, async (tx) => {
    await beginCleanUps(tx, bench.orgId)
    await tx.rows("update cleanups set due = now()")
  })

/** Lets so many days go by, and looks for what goes. */
async function cleanUpAfter(bench: Bench, days: number) {
  bench.clock.advance(days * dayMs)
  await makeDue(bench)
  await bench.engine.sweep()
}

it("deletes automations that are over with all they said and did, and none that waits or that a person is in", async () => {
  const bench = await openBench(db, 'HEAR q\nINSERT INTO t WITH q = q\nTALK "done"\nHEAR r')
  const { conversationId } = await bench.start({ tokenHash: newId("key") })
  await bench.say(conversationId, "person")
  const automation = { kind: "event", source: "event" } as const
  await bench.publish('INSERT INTO t WITH a = 1\nTALK "ran"')
  await bench.send({ ...automation })
  await bench.publish("WAIT 8640000")
  const waiting = await bench.send({ ...automation })
  await bench.publish('WAIT FOR EVENT "never"')
  const listening = await bench.send({ ...automation })
  await cleanUpAfter(bench, limits.keptAutomationDays - 1)
  expect(await count(bench, "conversations")).toBe(4)
  await cleanUpAfter(bench, 2)
  const left = await bench.rows<{ id: string }>("select id from conversations order by id")
  expect(left.map(({ id }) => id)).toEqual(
    [conversationId, waiting.conversationId, listening.conversationId].sort(),
  )
  expect(await count(bench, "journal where name like 'INSERT%'")).toBe(1)
  expect(await count(bench, "messages where text = 'ran'")).toBe(0)
})

it("deletes turns that ended long ago with their journal, keeps what was said, and the conversation goes on", async () => {
  const bench = await openBench(
    db,
    'HEAR q\nSET USER MEMORY "q", q\nTALK "Noted"\nHEAR r\nTALK "Bye"',
  )
  const { conversationId } = await bench.start({ tokenHash: newId("key") })
  await bench.say(conversationId, "one")
  await cleanUpAfter(bench, limits.keptTurnDays + 1)
  expect(await count(bench, "inbound_events")).toBe(0)
  expect(await count(bench, "journal")).toBe(0)
  await bench.say(conversationId, "two")
  expect(await bench.readTranscript(conversationId)).toEqual([
    ...["contact: one", "bot: Noted", "contact: two", "bot: Bye"],
  ])
})

it("comes back soon while there is more than one look deletes, and else hours later", async () => {
  const bench = await openBench(db, 'TALK "Hi"')
  const old = bench.clock.now().getTime() - (limits.keptTurnDays + 1) * dayMs
  const ids = Array.from({ length: limits.cleanUpRows + 5 }, () => newId("evt", old))
  await bench.rows(
    `insert into inbound_events (org_id, id, bot_id, source, key, kind, payload, state)
     select $1, id, $2, 'test', id, 'message', '{}', 'done' from jsonb_array_elements_text($3::text::jsonb) id`,
    [bench.orgId, bench.botId, JSON.stringify(ids)],
  )
  await makeDue(bench)
  await bench.engine.sweep()
  const due = "cleanups where due between now() and now() + interval '10 seconds'"
  expect([await count(bench, "inbound_events"), await count(bench, due)]).toEqual([5, 1])
  await makeDue(bench)
  await bench.engine.sweep()
  expect(await count(bench, "inbound_events")).toBe(0)
  expect(await count(bench, "cleanups where due > now() + interval '5 hours'")).toBe(1)
})

it("deletes what programs were answered a day ago, and with a key its answers", async () => {
  const bench = await openBench(db, 'TALK "Hi"')
  const at = (hours: number) =>
    new Date(bench.clock.now().getTime() + hours * 3_600_000).toISOString()
  const add = (keyId: string, repeatKey: string, hours: number) =>
    bench.rows(
      `insert into api_replies (org_id, key_id, repeat_key, fingerprint, held_until, expires_at)
       values ($1, $2, $3, 'x', $4, $4)`,
      [bench.orgId, keyId, repeatKey, at(hours)],
    )
  const keys = [newId("key"), newId("key")] as const
  for (const id of keys)
    await bench.rows(
      "insert into api_keys (org_id, id, name, key_hash, prefix) values ($1, $2, 'k', $2, 'bw_')",
      [bench.orgId, id],
    )
  await add(keys[0], "old", 24)
  await add(keys[0], "new", 48)
  await add(keys[1], "new", 48)
  await cleanUpAfter(bench, 1)
  expect(await count(bench, "api_replies where repeat_key = 'old'")).toBe(0)
  await bench.rows("delete from api_keys where id = $1", [keys[1]])
  expect(await count(bench, "api_replies")).toBe(1)
})
