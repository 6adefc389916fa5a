import { afterAll, beforeAll, expect, it } from "vitest"
import type { Json } from "#basic/vm/value.ts"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { openBench, texts } from "#server/engine/tests/harness.ts"
import { makeFakeParts } from "./fake-parts.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

/** Runs a script at a moment, with settings, on a clock of its own. */
async function run(source: string, at: string, settings: Readonly<Record<string, string>> = {}) {
  const parts = makeFakeParts()
  const sent: { from: string; to: string; host: string }[] = []
  const { mail } = parts
  const own: typeof mail = {
    ...mail,
    at: ({ from, host }) => ({
      way: host,
      send: async (message) => {
        sent.push({ from, host, to: message.to })
        return { messageId: "<own>" }
      },
    }),
  }
  const bench = await openBench(db, source, { parts: { ...parts, mail: own } })
  bench.clock.advance(Date.parse(at) - bench.clock.now().getTime())
  for (const [name, value] of Object.entries(settings))
    await bench.rows(
      "insert into bot_settings (org_id, bot_id, name, value) values ($1, $2, $3, $4)",
      [bench.orgId, bench.botId, name, value],
    )
  await bench.rows("update bots set time_zone = 'America/Sao_Paulo' where id = $1", [bench.botId])
  const { messages } = await bench.start()
  const dues = await bench.rows<{ due: Date }>("select due from schedules where bot_id = $1", [
    bench.botId,
  ])
  const due = dues[0]?.due.toISOString()
  return { said: texts(messages), sent, due, mails: parts.mails as readonly { replyTo?: Json }[] }
}

const handOff = "r = TRANSFER TO HUMAN\nTALK r.message\nTALK r.is_open\nTALK r.opens_at"
/** Friday, half past six in the evening in São Paulo. */
const fridayEvening = "2031-01-10T21:30:00Z"
const settings = { "business-hours": "Mon-Fri 9-18; Sat 10-13" }

it("a hand-off outside the business hours of the bot says when somebody is there again, on its clock", async () => {
  expect((await run(handOff, fridayEvening, settings)).said).toEqual([
    "A person will answer when we are open again: 2031-01-11 10:00.",
    "false",
    "2031-01-11T13:00:00.000Z",
  ])
  expect((await run(handOff, "2031-01-10T20:59:00Z", settings)).said[0]).toBe(
    "A person will answer soon.",
  )
  expect((await run(handOff, fridayEvening)).said[0]).toBe("A person will answer soon.")
})

it("appointments are offered in the business hours of the bot, and hours that say nothing are refused", async () => {
  const free = 's = CHECK AVAILABILITY "2031-01-11", 60\nTALK COUNT(s)\nTALK s[0].start'
  expect((await run(free, fridayEvening, settings)).said).toEqual(["5", "2031-01-11T13:00:00.000Z"])
  expect((await run(free, fridayEvening)).said[0]).toBe("0")
  const wrong = 'ON ERROR RESUME NEXT\nSET CONFIG "business-hours", "whenever"\nTALK ERROR MESSAGE'
  expect((await run(wrong, fridayEvening)).said[0]).toContain("Mon-Fri 9:00-17:00")
})

it("a schedule in business hours is due when the people of the bot are there, else from nine to five", async () => {
  const set = 'SET SCHEDULE "often", "every 30 minutes during business hours", "start"'
  expect((await run(set, fridayEvening, settings)).due).toBe("2031-01-11T13:00:00.000Z")
  expect((await run(set, fridayEvening)).due).toBe("2031-01-13T12:00:00.000Z")
})

it("a mail USING an account of the bot comes from it through its server, one each; another address is where answers go", async () => {
  const account = {
    ...{ "email-server": "mail.shop.example", "email-user": "sales@shop.example" },
    ...{ "email-pass": "x", "email-from": "shop@shop.example" },
  }
  const mail = (using: string) =>
    `ON ERROR GOTO no\nSEND MAIL "a@example.org, b@example.org", "Hi", "You" USING "${using}"\nEXIT\nno:\nTALK ERROR MESSAGE`
  const own = await run(mail("Sales@shop.example"), fridayEvening, account)
  const via = { from: "shop@shop.example", host: "mail.shop.example" }
  expect(own.sent).toEqual([
    { ...via, to: "a@example.org" },
    { ...via, to: "b@example.org" },
  ])
  expect(own.mails).toEqual([])
  const other = await run(
    'SEND MAIL "a@example.org", "Hi", "You" USING "ana@example.org"',
    fridayEvening,
    account,
  )
  expect(other.sent).toEqual([])
  expect(other.mails).toMatchObject([{ replyTo: "ana@example.org" }])
  const { "email-pass": _, ...without } = account
  expect((await run(mail("sales@shop.example"), fridayEvening, without)).said[0]).toContain(
    "email-pass",
  )
  const odd = { ...account, "email-port": "6379" }
  expect((await run(mail("sales@shop.example"), fridayEvening, odd)).said[0]).toContain(
    "email-port",
  )
})
