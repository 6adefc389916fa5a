import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

let server: TestServer
let rest: ReturnType<typeof openRest>
let owner: Awaited<ReturnType<typeof createOwner>>
let conversation = { id: "", token: "" }
let other = { id: "", token: "" }
beforeAll(async () => {
  server = await openTestServer()
  rest = openRest(server.url)
  owner = await createOwner(server)
  const bot = await createBot(
    owner.api,
    'HEAR name WITH "Who?"\nHEAR mood AS "Good", "Bad" WITH "How?"\n',
  )
  conversation = (await rest.start(bot.slug)).json.conversation
  other = (await rest.start(bot.slug)).json.conversation
  await rest.say(conversation, { text: "Ana" })
})
afterAll(() => server.close())
const path = () => `/conversations/${conversation.id}/messages`

describe("200", () => {
  test("lists what everyone said, in order without gaps, and what is waited for", async () => {
    const { status, json, headers } = await rest.list(conversation)
    expect(status).toBe(200)
    expect(json.messages.map(({ seq, from, text }) => [seq, from, text])).toEqual([
      [1, "bot", "Who?"],
      [2, "contact", "Ana"],
      [3, "bot", "How?"],
    ])
    expect(json.messages[2]).toMatchObject({
      kind: "choices",
      choices: [
        { label: "Good", value: "Good" },
        { label: "Bad", value: "Bad" },
      ],
    })
    expect(json.messages[0]).not.toHaveProperty("choices")
    expect(json.waiting).toMatchObject({ kind: "menu" })
    expect(headers.get("cache-control")).toBe("private, no-store")
  })

  test("lists only what came after a sequence number, and as many as were asked for", async () => {
    expect((await rest.list(conversation, "?after=2")).json.messages.map(({ seq }) => seq)).toEqual(
      [3],
    )
    expect((await rest.list(conversation, "?after=3")).json.messages).toEqual([])
    expect(
      (await rest.list(conversation, "?after=0&limit=1")).json.messages.map(({ seq }) => seq),
    ).toEqual([1])
  })

  test("answers a HEAD without a body", async () => {
    const answer = await fetch(`${server.url}/api/v1${path()}`, {
      method: "HEAD",
      headers: { authorization: `Bearer ${conversation.token}` },
    })
    expect([answer.status, await answer.text()]).toEqual([200, ""])
  })
})

describe("400", () => {
  test.each([
    "?after=-1",
    "?after=x",
    "?after=1.5",
    "?after=99999999999",
    "?limit=0",
    "?limit=201",
    "?before=1",
    "?after[$gt]=1",
  ])("refuses the query %s", async (query) => {
    const { status, json } = await rest.list(conversation, query)
    expect([status, json]).toMatchObject([400, { code: "request.refused" }])
  })
})

describe("401", () => {
  test("asks for a token, and refuses one that opens nothing", async () => {
    expect((await rest.problem("GET", path())).json.code).toBe("conversation.token_missing")
    const guess = await rest.list({ ...conversation, token: "guess" })
    expect([guess.status, guess.json]).toMatchObject([401, { code: "conversation.token_refused" }])
  })
})

describe("403", () => {
  test("refuses a site that the bot does not allow", async () => {
    const bot = await createBot(owner.api, 'TALK "Hi"\n')
    const { id, token } = (await rest.start(bot.slug)).json.conversation
    await owner.api.bots.setAllowedOrigins.mutate({
      botId: bot.id,
      origins: ["https://shop.example"],
    })
    const headers = { authorization: `Bearer ${token}`, origin: "https://evil.example" }
    expect((await rest.problem("GET", `/conversations/${id}/messages`, { headers })).status).toBe(
      403,
    )
  })
})

describe("404", () => {
  test("SES-01 the token of one conversation reads no other", async () => {
    const { status, json } = await rest.list({ id: conversation.id, token: other.token })
    expect([status, json]).toMatchObject([404, { code: "conversation.not_found" }])
  })
})
