import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { MailFailed, type MailMessage } from "#server/infra/mail/port.ts"
import { makeFakeParts } from "#server/keywords/tests/fake-parts.ts"
import { writeMails } from "#server/records/mails/write-mail.ts"
import { listDue } from "../due-rows.ts"
import { type Bench, openBench } from "./harness.ts"

let db: Database
let sent: MailMessage[] = []
let fail: ((message: MailMessage) => MailFailed | null) | null = null
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())
beforeEach(() => {
  sent = []
  fail = null
})

const mail = {
  ...{ way: "outbox" },
  send: async (message: MailMessage) => {
    const failure = fail?.(message) ?? null
    if (failure !== null) throw failure
    sent.push(message)
    return { messageId: `<${message.key}@example.org>` }
  },
}
const parts = { ...makeFakeParts(), mail }

async function write(bench: Bench, addresses: readonly string[]) {
  const { conversationId } = await bench.start()
  const place = { orgId: bench.orgId, botId: bench.botId, conversationId, nowMs: Date.now() }
  const words = { subject: "News", body: "Hi", replyTo: null, attachments: [] }
  const parcels = [{ name: "a.txt", type: "text/plain", content: "aGk=" }]
  const mails = addresses.map((to) => ({ ...words, to, parcels }))
  return db.withOrg(bench.orgId, (tx) => writeMails(tx, place, mails, "due"))
}
const states = (bench: Bench) =>
  bench.rows<{ to: string; state: string; error: string | null; parcels: unknown }>(
    'select to_address as "to", state, error, parcels from mails order by to_address',
  )

it("sends each mail of many once, with its attachments, however many processes look", async () => {
  const bench = await openBench(db, "HEAR x", { parts })
  const ids = await write(bench, ["a@example.org", "b@example.org"])
  await Promise.all([bench.engine.sweep(), bench.addEngine().sweep()])
  expect(sent.map(({ to, key }) => [to, key]).sort()).toEqual([
    ["a@example.org", ids[0]],
    ["b@example.org", ids[1]],
  ])
  expect(Buffer.from(sent[0]?.attachments?.[0]?.content ?? []).toString()).toBe("hi")
  expect((await states(bench)).map(({ state, parcels }) => [state, parcels])).toEqual([
    ["sent", null],
    ["sent", null],
  ])
})

it("gives up what the server refuses, and tries again with the same id what it asks patience for", async () => {
  const bench = await openBench(db, "HEAR x", { parts })
  const [, later] = await write(bench, ["gone@example.org", "slow@example.org"])
  fail = ({ to }) =>
    to === "gone@example.org"
      ? new MailFailed({ code: "mail.refused", to, status: 550 })
      : new MailFailed({ code: "mail.unreachable", host: "smtp.example.org" })
  await bench.engine.sweep()
  expect((await states(bench)).map(({ state }) => state)).toEqual(["failed", "due"])
  fail = null
  await bench.rows("update mails set due = clock_timestamp() where due is not null")
  await bench.engine.sweep()
  expect(sent.map(({ key }) => key)).toEqual([later])
})

it("DOS-02 mails of somebody who writes to thousands do not hold up another's single one", async () => {
  const many = await openBench(db, "HEAR x", { parts })
  const few = await openBench(db, "HEAR x", { parts })
  const crowd = Array.from({ length: 300 }, (_, n) => `p${n}@example.org`)
  await write(many, crowd)
  const [own] = await write(few, ["one@example.org"])
  const due = await listDue(db, "mails", null, 16, 200)
  expect(due.slice(0, 2).map(({ id }) => id)).toContain(own)
  expect(due.length).toBeLessThanOrEqual(17)
})
