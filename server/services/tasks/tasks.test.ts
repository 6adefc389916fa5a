import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const office = `
p = CREATE PROJECT "Launch"
SET PROJECT "Launch"
t = CREATE TASK "Print flyers", "ana", "high", "tomorrow 10:00"
u = CREATE TASK "Fold them" WITH assignee = "bo", priority = "low"
LINK TASKS t.task_id, u.task_id, "blocks"
SET TASK PRIORITY u, "urgent"
r = ASSIGN SMART u.task_id, ["ana", "cy"]
TALK r.assignee
e = BOOK "Review", "", "tomorrow 10:00", 60, "Room 1"
SET EVENT DURATION e, 90
s = CHECK AVAILABILITY "tomorrow", 60
TALK "first " + s[0].start
m = SEND INVITES e, ["ana@example.org", "bo@example.org"]
TALK "invited " + m.sent
CREATE TEMPLATE "hi", "email", "Hello {{name}}", "Dear {{name}}"
x = SEND TEMPLATE "hi", "email,sms", "ana@example.org", { name: "Ana" }
TALK x[0].success + " " + x[1].error
SEND MAIL "ana@example.org", "The entry", "See below", ICS(e)
RECORD CONSENT "no@example.org", "marketing", FALSE
b = BROADCAST "News" TO ["ana@example.org", "no@example.org", "whatsapp:+55119999"]
TALK "sent " + b.sent + " failed " + b.failed
CREATE LEAD { name: "Ana", email: "ana@acme.example", company: "Acme" }
q = UPDATE LEAD SCORE "ana@acme.example", 60, "Asked"
TALK q.status
CREATE DRAFT "ana@example.org", "Again", "As I said"
ON ERROR RESUME NEXT
v = SEND SMS "+55119999", "Hi"
TALK ERROR MESSAGE
SEND MAIL "not an address", "x", "y"
TALK ERROR MESSAGE
`

test("a script's tasks, appointments, mails and leads are there, and its mistakes can be caught", async () => {
  // Tomorrow is a Thursday then, with business hours.
  server.clock.advance(Date.UTC(2030, 4, 1, 12) - server.clock.now().getTime())
  const owner = await createOwner(server)
  const bot = await createBot(owner.api, office, "Office")
  const { messages } = (await openRest(server.url).start(bot.slug)).json
  const runs = await server.db.tenantQuery([owner.orgId], "select fault from runs")
  expect(runs).toEqual([{ fault: null }])
  expect(textsOf(messages)).toEqual([
    "cy",
    "first 2030-05-02T09:00:00.000Z",
    "invited 2",
    expect.stringContaining("sms-provider"),
    "sent 1 failed 2",
    "hot",
    expect.stringContaining("sms-provider"),
    '"not an address" is not one e-mail address; nothing was sent.',
  ])
  await server.container.engine.sweep()
  const tasks = await owner.api.tasks.list.query({})
  expect(
    tasks.map(({ title, assignee, priority, project }) => [title, assignee, priority, project]),
  ).toEqual([
    ["Print flyers", "ana", "high", "Launch"],
    ["Fold them", "cy", "urgent", "Launch"],
  ])
  const { mails, way } = await owner.api.mails.list.query({})
  expect(way).toBe("outbox")
  expect(mails.map(({ to, subject, state }) => [to, subject, state]).sort()).toEqual([
    ["ana@example.org", "Again", "draft"],
    ["ana@example.org", "Hello Ana", "sent"],
    ["ana@example.org", "News", "sent"],
    ["ana@example.org", "Review", "sent"],
    ["ana@example.org", "The entry", "sent"],
    ["bo@example.org", "Review", "sent"],
  ])
  const entry = mails.find(({ subject }) => subject === "The entry")
  const mail = await owner.api.mails.get.query({ mailId: entry?.id as never })
  expect(mail.attachments).toMatchObject([{ name: "event.ics" }])
  const draft = mails.find(({ state }) => state === "draft")
  const quoted = await owner.api.mails.get.query({ mailId: draft?.id as never })
  expect(quoted.body).toMatch(/^As I said\n\n> /)
  const taskId = tasks[0]?.id as never
  await owner.api.tasks.update.mutate({ taskId, state: "done" })
  expect((await owner.api.tasks.list.query({ state: "done" })).map(({ title }) => title)).toEqual([
    "Print flyers",
  ])
  const wrong = `tsk_${"0".repeat(26)}` as never
  expect(await codeOf(owner.api.tasks.update.mutate({ taskId: wrong, state: "done" }))).toBe(
    "task.not_found",
  )
})

test("ABU-02 a broadcast above its cap, in quiet hours or to who opted out is refused by the engine", async () => {
  const owner = await createOwner(server)
  const source = `
people = []
FOR i = 1 TO 501
PUSH people, "p" + i + "@example.org"
NEXT
ON ERROR RESUME NEXT
b = BROADCAST "News" TO people
TALK ERROR MESSAGE
CLEAR ERROR
RECORD CONSENT "no@example.org", "messages", FALSE
RECORD CONSENT "yes@example.org", "messages", FALSE
RECORD CONSENT "yes@example.org", "messages", TRUE
b = BROADCAST "News" TO ["no@example.org", "yes@example.org"]
TALK b.results[0].error + " " + b.results[1].status
`
  const bot = await createBot(owner.api, source, "Sender")
  const rest = openRest(server.url)
  expect(textsOf((await rest.start(bot.slug)).json.messages)).toEqual([
    "This command takes at most 500 recipients; nothing was sent.",
    "This person took back consent. queued",
  ])
  const quiet = { botId: bot.id, name: "quiet-hours", value: "00:00-23:59" }
  await owner.api.settings.setValue.mutate(quiet)
  await rest.start(bot.slug)
  const { mails } = await owner.api.mails.list.query({})
  expect(mails.map(({ to }) => to)).toEqual(["yes@example.org"])
})
