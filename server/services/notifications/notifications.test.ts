import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { monthOf } from "#server/records/models/read-models.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner, createPerson } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
})
afterAll(() => server.close())

/** The mails about a bot that lie in the local outbox, as text. */
async function readMails(bot: string): Promise<string[]> {
  const folder = join(server.container.env.dataDir, "outbox")
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml"))
  const mails = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")))
  return mails.filter((mail) => mail.includes(`Subject: ${bot}`))
}

test("an error in a published bot rings the bell of its builders and mails them once an hour, naming the step", async () => {
  const builder = await createPerson(server, { in: { orgId: owner.orgId, role: "builder" } })
  const viewer = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  const bot = await createBot(owner.api, 'TALK "hi"\nx = 1 / 0', "Shaky")
  const rest = openRest(server.url)
  await rest.start(bot.slug)
  await rest.start(bot.slug)
  await server.container.engine.sweep()
  await rest.start(bot.slug)
  await server.container.engine.sweep()

  const bell = await builder.browser.api(owner.orgId).notifications.list.query({})
  expect(bell).toMatchObject({
    unread: 1,
    entries: [
      {
        kind: "bot_fault",
        times: 3,
        link: `/bots/${bot.id}?flow=start&step=s2`,
        facts: { bot: "Shaky", flow: "start", step: "x = 1 / 0" },
        isRead: false,
      },
    ],
  })
  expect((await viewer.browser.api(owner.orgId).notifications.list.query({})).entries).toEqual([])
  const mails = await readMails("Shaky")
  expect(mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim()).sort()).toEqual(
    [owner.email, builder.email].sort(),
  )
  expect(mails[0]).toContain("Step: x")

  await builder.browser.api(owner.orgId).notifications.markRead.mutate({})
  expect((await builder.browser.api(owner.orgId).notifications.list.query({})).unread).toBe(0)
  expect((await owner.api.notifications.list.query({})).unread).toBe(1)
  server.clock.advance(3_600_001)
  await rest.start(bot.slug)
  await server.container.engine.sweep()
  expect(await readMails("Shaky")).toHaveLength(4)
  expect((await builder.browser.api(owner.orgId).notifications.list.query({})).unread).toBe(1)
})

test("a mail that was given up, and a message a channel refused, are told of too", async () => {
  const bot = await createBot(owner.api, 'TALK "hi"\nHEAR x', "Postman")
  const { json } = await openRest(server.url).start(bot.slug)
  const { id } = json.conversation
  await server.db.withOrg(owner.orgId, async (tx) => {
    await tx.rows(
      `insert into mails (org_id, id, bot_id, conversation_id, state, to_address, subject, body)
       values ($1, 'mal_' || substr($3, 5), $2, $3, 'due', 'a@x.org', 's', 'b')`,
      [owner.orgId, bot.id, id],
    )
    await tx.rows(
      "update mails set state = 'failed', error = 'refused by x.org' where to_address = 'a@x.org'",
    )
    await tx.rows(
      `insert into outbox (org_id, id, conversation_id, message_id, seq, channel, payload, state)
       select org_id, id, conversation_id, id, seq, 'telegram:con_1', '{}', 'sending' from messages
       where conversation_id = $1 limit 1`,
      [id],
    )
    await tx.rows(
      "update outbox set state = 'dead', last_error = 'blocked' where conversation_id = $1",
      [id],
    )
  })
  await server.container.engine.sweep()
  const { entries } = await owner.api.notifications.list.query({})
  expect(
    entries
      .filter(({ facts }) => facts.bot === "Postman")
      .map(({ kind, facts }) => [kind, facts.reason, facts.channel, facts.to])
      .sort(),
  ).toEqual([
    ["channel_refused", "blocked", "telegram", ""],
    ["mail_refused", "refused by x.org", "", "a@x.org"],
  ])
})

test("a budget for models warns and stops once a month, at the bell and by mail", async () => {
  const bot = await createBot(owner.api, 'TALK "hi"\n', "Thrifty")
  const spend = (micros: number) =>
    server.db.tenantQuery(
      [owner.orgId],
      `insert into model_spend (org_id, scope, subject, period, cost_micros) values ($1, 'bot', $2, $3::date, $4)
       on conflict (org_id, scope, subject, period) do update set cost_micros = model_spend.cost_micros + $4`,
      [owner.orgId, bot.id, monthOf(server.clock.now().getTime()), micros],
    )
  await owner.api.models.setBudget.mutate({ scope: "bot", botId: bot.id, dollars: 1 })
  const tell = async (micros: number) => {
    await spend(micros)
    await server.container.engine.sweep()
    const { entries } = await owner.api.notifications.list.query({})
    return entries
      .filter(({ link }) => link === `/bots/${bot.id}/models`)
      .map(({ kind, facts }) => `${kind} ${facts.whose} ${facts.percent}`)
      .sort()
  }
  expect(await tell(700_000)).toEqual([])
  expect(await tell(150_000)).toEqual(["budget_warned Thrifty 85"])
  expect(await tell(50_000)).toHaveLength(1)
  expect(await tell(100_000)).toEqual(["budget_stopped Thrifty 100", "budget_warned Thrifty 85"])
  expect(await tell(10_000)).toHaveLength(2)
  const own = (await readMails("Thrifty")).filter((mail) => mail.includes(`To: ${owner.email}`))
  expect(own.map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1]?.trim()).sort()).toEqual([
    "Thrifty: 85 percent of the budget for models are used",
    "Thrifty: the budget for models is used up",
  ])
})
