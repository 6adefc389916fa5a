import { readdir, readFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openaiFormat, openStandIn } from "#server/models/tests/stand-in.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"

let server: TestServer
let service: Awaited<ReturnType<typeof openStandIn>>
beforeAll(async () => {
  service = await openStandIn(openaiFormat)
  server = await openTestServer({ env: { OUTBOUND_ALLOW: "127.0.0.1" } })
})
afterAll(async () => {
  service.close()
  await server.close()
})

const refund = `PARAM amount AS INTEGER LIKE 20 DESCRIPTION "How much"
DESCRIPTION "Refunds an order."
TALK "Refunded " + amount
`

/** A bot whose model asks for a refund as soon as somebody writes. */
async function openShop(
  clause = "",
  source = `ask:\nHEAR q\nTALK ANSWER q WITH TOOLS "refund" WITH ASK_FIRST "refund"${clause}\nGOTO ask\n`,
  wanted = "refund",
) {
  const owner = await createOwner(server)
  const bot = await createBot(owner.api, source, "Shop")
  const botId = bot.id
  const { script } = await owner.api.scripts.create.mutate({ botId, name: "refund" })
  const draft = await owner.api.bots.loadDraft.query({ botId, scriptId: script.id })
  const { layout, revision: baseRevision } = draft
  const saved = await owner.api.bots.saveDraft.mutate({
    ...{ botId, scriptId: script.id, source: refund, layout, baseRevision },
  })
  if (!saved.ok) throw new Error("the tool was not saved")
  await owner.api.bots.publish.mutate({ botId, baseRevision: saved.draftRevision })
  const models = { default: "m" }
  const account = { botId: bot.id, provider: "openai-compatible", url: service.url, models }
  await owner.api.models.saveAccount.mutate(account)
  const rest = openRest(server.url)
  const { conversation } = (await rest.start(bot.slug)).json
  const say = async (text: string) => {
    service.next({ kind: "call", calls: [{ name: wanted, arguments: { amount: 20 } }] })
    service.next({ kind: "answer", parts: ["Somebody has to approve that first."] })
    return textsOf((await rest.say(conversation, { text })).json.messages)
  }
  const transcript = async () => {
    await server.container.engine.sweep()
    const rows = await server.db.tenantQuery<{ text: string }>(
      [owner.orgId],
      "select text from messages where conversation_id = $1 and sender = 'bot' order by seq",
      [conversation.id],
    )
    return rows.map(({ text }) => text)
  }
  /** What the person answers to a question of the bot: no model is asked. */
  const reply = async (text: string) =>
    textsOf((await rest.say(conversation, { text })).json.messages)
  return { owner, bot, say, reply, transcript }
}

test("SES-05 a tool that asks first runs once a person has approved it, once, and the list shows who", async () => {
  const { owner, say, transcript } = await openShop()
  expect(await say("Refund my order please")).toEqual(["Somebody has to approve that first."])
  const told = JSON.stringify(service.asked.at(-1)?.body)
  expect(told).toContain("has NOT been done")
  await server.container.engine.sweep()
  const bell = await owner.api.notifications.list.query({})
  expect(bell.entries[0]).toMatchObject({ kind: "approval_wanted", link: "/tasks" })
  const folder = join(server.container.env.dataDir, "outbox")
  const mails = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")),
  )
  expect(mails.some((mail) => mail.includes("Subject: Shop: refund waits for your approval"))).toBe(
    true,
  )
  const [waiting] = await owner.api.approvals.list.query({})
  expect(waiting).toMatchObject({ tool: "refund", inputs: { amount: 20 }, state: "waiting" })
  // To look at the list, or at the page behind the link of the mail, decides nothing.
  await owner.browser.fetch("/tasks")
  const approvalId = waiting?.id ?? ""
  const input = encodeURIComponent(JSON.stringify({ json: { approvalId, isApproved: true } }))
  const got = await owner.browser.fetch(`/api/trpc/approvals.decide?input=${input}`, {
    headers: { "x-botwright-org": owner.orgId },
  })
  expect(got.status).toBe(405)
  expect(await transcript()).not.toContain("Refunded 20")
  const decide = () => owner.api.approvals.decide.mutate({ approvalId, isApproved: true })
  const outcomes = await Promise.all([codeOf(decide()), codeOf(decide())])
  expect(outcomes.toSorted()).toEqual(["approval.settled", "ok"])
  await expect.poll(transcript, { timeout: 10_000 }).toContain("Refunded 20")
  expect((await transcript()).filter((text) => text === "Refunded 20")).toHaveLength(1)
  const [settled] = await owner.api.approvals.list.query({})
  expect(settled).toMatchObject({ state: "approved", decidedBy: expect.stringMatching(/\S/) })
})

test("SES-05 only the approver that was named decides, in time; a no is told to the person", async () => {
  const { owner, say, transcript } = await openShop(' WITH APPROVER "boss@elsewhere.example"')
  await say("Refund it")
  expect(JSON.stringify(service.asked.at(-1)?.body)).toContain("is not the address of a member")
  expect(await owner.api.approvals.list.query({})).toEqual([])
  const shop = await openShop(` WITH APPROVER "${owner.email}"`)
  await shop.say("Refund it")
  expect(await shop.owner.api.approvals.list.query({})).toEqual([])

  const own = await openShop()
  const builder = await createPerson(server, { in: { orgId: own.owner.orgId, role: "builder" } })
  await own.say("Refund it")
  await own.owner.api.approvals.list.query({})
  await server.db.tenantQuery(
    [own.owner.orgId],
    "update approvals set approver = $2 where org_id = $1",
    [own.owner.orgId, own.owner.email.toLowerCase()],
  )
  const [{ id: approvalId = "" } = {}] = await own.owner.api.approvals.list.query({})
  const theirs = builder.browser.api(own.owner.orgId).approvals.decide
  expect(await codeOf(theirs.mutate({ approvalId, isApproved: true }))).toBe("approval.not_yours")
  await own.owner.api.approvals.decide.mutate({ approvalId, isApproved: false })
  await expect
    .poll(own.transcript, { timeout: 10_000 })
    .toContain("That was not approved, so it was not done.")
  await own.say("Refund it again, please")
  server.clock.advance(25 * 3_600_000)
  const [late] = await own.owner.api.approvals.list.query({})
  expect(late?.state).toBe("expired")
  expect(
    await codeOf(
      own.owner.api.approvals.decide.mutate({ approvalId: late?.id ?? "", isApproved: true }),
    ),
  ).toBe("approval.settled")
  expect(await own.transcript()).not.toContain("Refunded 20")
  expect(await transcript()).not.toContain("Refunded 20")
})

test("SES-05 a visitor who is asked themselves says yes or no with a button: a no does nothing, a yes runs the tool once", async () => {
  const { owner, say, reply, transcript } = await openShop(' WITH APPROVER "visitor"')
  const asked = "May I do this?\nRefunds an order.\namount: 20"
  const wasAsked = async () => (await transcript()).filter((text) => text === asked).length
  await say("Refund my order please")
  expect(JSON.stringify(service.asked.at(-1)?.body)).toContain("buttons Yes and No")
  await expect.poll(wasAsked, { timeout: 10_000 }).toBe(1)
  expect(await reply("hm, let me think")).toEqual([expect.stringMatching(/yes or no/i)])
  expect(await reply("No")).toEqual(["All right, I have not done it."])
  await say("Then do it after all")
  await expect.poll(wasAsked, { timeout: 10_000 }).toBe(2)
  expect(await transcript()).not.toContain("Refunded 20")
  expect(await reply("Yes")).toEqual(["It is done.", "Refunded 20"])
  expect((await transcript()).filter((text) => text === "Refunded 20")).toHaveLength(1)
  expect(await owner.api.approvals.list.query({})).toEqual([])
  expect(await say("And once more")).toEqual(["Somebody has to approve that first."])
})

const shopDocument = {
  openapi: "3.0.3",
  paths: {
    "/refunds": {
      post: {
        operationId: "refund",
        requestBody: {
          content: {
            "application/json": {
              schema: { type: "object", properties: { amount: { type: "integer" } } },
            },
          },
        },
      },
    },
  },
}

test("SES-05 an operation of a service that may change something asks first too, is done once by a yes, and says what came of it", async () => {
  const got: string[] = []
  const shop = createServer((request, response) => {
    request.on("data", (part) => got.push(String(part)))
    request.on("end", () => response.end('"Refund R-7 is on its way."'))
  })
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  try {
    const { owner, bot, say, transcript } = await openShop(
      "",
      `ask:\nHEAR q\nTALK ANSWER q WITH TOOLS "shop" WITH ASK_FIRST "changes"\nGOTO ask\n`,
      "shop_refund",
    )
    const document = JSON.stringify(shopDocument)
    const botId = bot.id
    await owner.api.tools.importService.mutate({ botId, name: "shop", document, url })
    expect(await say("Refund my order please")).toEqual(["Somebody has to approve that first."])
    expect(got).toEqual([])
    const [waiting] = await owner.api.approvals.list.query({})
    expect(waiting).toMatchObject({ tool: "shop.refund", inputs: { amount: 20 } })
    const approvalId = waiting?.id ?? ""
    const decide = () => owner.api.approvals.decide.mutate({ approvalId, isApproved: true })
    await Promise.all([codeOf(decide()), codeOf(decide())])
    await expect.poll(transcript, { timeout: 10_000 }).toContain("Refund R-7 is on its way.")
    expect(await transcript()).toContain("That was approved and is done.")
    expect(got).toEqual(['{"amount":20}'])
  } finally {
    shop.close()
  }
})
