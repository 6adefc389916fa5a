import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "#catalog/ids.ts"
import { holdRequests } from "#server/testing/hold-requests.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"

const source = `HEAR email AS EMAIL WITH "Your e-mail?"
TALK "Thanks " + email
ask:
HEAR what AS "Sales", "Support", * WITH "What about?"
TALK "You said " + what
GOTO ask
`
let server: TestServer
let rest: ReturnType<typeof openRest>
let owner: Awaited<ReturnType<typeof createOwner>>
let slug = ""
beforeAll(async () => {
  server = await openTestServer()
  rest = openRest(server.url)
  owner = await createOwner(server)
  slug = (await createBot(owner.api, source)).slug
})
afterAll(() => server.close())

async function begin(bot = slug) {
  const { json } = await rest.start(bot)
  return json.conversation
}
async function beginAtMenu() {
  const conversation = await begin()
  await rest.say(conversation, { text: "ana@example.org" })
  return conversation
}
const path = (id: string) => `/conversations/${id}/messages`

describe("200", () => {
  test("answers with what the bot says until its next wait", async () => {
    const conversation = await begin()
    const { status, json } = await rest.say(conversation, { text: "Ana@Example.org" })
    expect(status).toBe(200)
    expect(json.messages.map(({ seq, from, text }) => [seq, from, text])).toEqual([
      [3, "bot", "Thanks ana@example.org"],
      [4, "bot", "What about?"],
    ])
    expect(json.waiting).toMatchObject({
      kind: "menu",
      acceptsOther: true,
      choices: [
        { label: "Sales", value: "Sales" },
        { label: "Support", value: "Support" },
      ],
    })
  })

  test("an answer of the wrong kind is asked for again", async () => {
    const { status, json } = await rest.say(await begin(), { text: "no address" })
    expect(status).toBe(200)
    expect(json.messages).toHaveLength(1)
    expect(json.waiting?.kind).toBe("email")
  })

  test("takes a choice, and words beside the choices where they are taken", async () => {
    const conversation = await beginAtMenu()
    expect(textsOf((await rest.say(conversation, { choice: "Support" })).json.messages)[0]).toBe(
      "You said Support",
    )
    expect(textsOf((await rest.say(conversation, { text: "a refund" })).json.messages)[0]).toBe(
      "You said a refund",
    )
  })

  test("a choice of a question that is over changes nothing", async () => {
    const conversation = await beginAtMenu()
    const { json } = await rest.list(conversation)
    await rest.say(conversation, { choice: "Sales", waitId: json.waiting?.id })
    const late = await rest.say(conversation, { choice: "Support", waitId: json.waiting?.id })
    expect([late.status, late.json.messages]).toEqual([200, []])
  })

  test("the same key again gives the same answer and causes nothing", async () => {
    const conversation = await begin()
    const headers = { "idempotency-key": "say-1" }
    const first = await rest.say(conversation, { text: "ana@example.org" }, headers)
    const again = await rest.say(conversation, { text: "ana@example.org" }, headers)
    expect(again.json).toEqual(first.json)
    expect((await rest.list(conversation)).json.messages).toHaveLength(4)
  })

  test("WHK-04 the same key a hundred times at once has one effect", async () => {
    const conversation = await begin()
    const headers = { "idempotency-key": "storm" }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        rest.say(conversation, { text: "ana@example.org" }, headers),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    for (const { json } of answers) expect(json).toEqual(answers[0]?.json)
    expect((await rest.list(conversation)).json.messages).toHaveLength(4)
  })

  test("the same key in two conversations is two keys", async () => {
    const headers = { "idempotency-key": "shared" }
    for (const conversation of [await begin(), await begin()])
      expect(
        (await rest.say(conversation, { text: "ana@example.org" }, headers)).json.messages,
      ).toHaveLength(2)
  })

  test("SES-04 a hundred visitors at once hear only their own words", async () => {
    const bot = await createBot(owner.api, 'HEAR word WITH "Say it"\nTALK "You said " + word\n')
    const heard = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const conversation = await begin(bot.slug)
        const { json } = await rest.say(conversation, { text: `marker-${index}` })
        return [`You said marker-${index}`, ...textsOf(json.messages)]
      }),
    )
    for (const [expected, ...said] of heard) expect(said).toEqual([expected])
  })

  test("waiting is null when the program has ended", async () => {
    const bot = await createBot(owner.api, 'HEAR word WITH "Say it"\nTALK "Bye"\n')
    const { json } = await rest.say(await begin(bot.slug), { text: "x" })
    expect(json).toMatchObject({ messages: [{ text: "Bye" }], waiting: null })
  })

  test("a text in any script and with any character arrives whole, but for the one that cannot be stored", async () => {
    const bot = await createBot(owner.api, 'HEAR word WITH "Say it"\nTALK word\n')
    const text = "مرحبا 👩‍👩‍👧 \u202e <b>&amp; '; drop table messages;-- {{7*7}}"
    const { json } = await rest.say(await begin(bot.slug), { text })
    expect(textsOf(json.messages)).toEqual([text])
    const refused = await rest.say(await begin(bot.slug), { text: "nul\u0000nul" })
    expect([refused.status, refused.json]).toMatchObject([
      400,
      { detail: "text holds a character that cannot be stored (U+0000)." },
    ])
  })
})

describe("202", () => {
  test("a turn that runs on is answered with what was said so far, once, and others are served meanwhile", async () => {
    const outside = await holdRequests()
    const patient = await openTestServer({
      env: { TURN_WAIT_MS: "1500", OUTBOUND_ALLOW: outside.host },
    })
    const api = openRest(patient.url)
    const team = await createOwner(patient)
    const bot = await createBot(
      team.api,
      `HEAR word WITH "Say it"\nTALK "Looking"\nreply = GET "http://${outside.host}/"\nTALK "Found " + reply\n`,
    )
    const { conversation } = (await api.start(bot.slug)).json
    const headers = { "idempotency-key": "slow" }
    const first = await api.say(conversation, { text: "x" }, headers)
    expect([first.status, textsOf(first.json.messages), first.json.waiting]).toEqual([
      202,
      ["Looking"],
      { kind: "running" },
    ])
    expect((await api.start((await createBot(team.api, source)).slug)).status).toBe(201)
    outside.release("it")
    const again = await api.say(conversation, { text: "x" }, headers)
    expect([again.status, textsOf(again.json.messages), again.json.waiting]).toEqual([
      200,
      ["Looking", "Found it"],
      null,
    ])
    expect(outside.count()).toBe(1)
    await patient.close()
    outside.close()
  })

  test("a program that calls an address the guard refuses says so in its turn, and nothing hangs", async () => {
    const bot = await createBot(
      owner.api,
      'HEAR word WITH "Say it"\nTALK "Looking"\nreply = GET "http://127.0.0.1:1/"\nTALK "Done"\n',
    )
    const { status, json } = await rest.say(await begin(bot.slug), { text: "x" })
    expect([status, textsOf(json.messages)[0]]).toEqual([200, "Looking"])
    expect(textsOf(json.messages)).not.toContain("Done")
  })
})

describe("400", () => {
  test.each([
    [{ text: 1, choice: 2, seq: 3 }, "the input must have one of the forms in the description."],
    [{ text: "" }, "text must have at least 1 characters."],
    [{ text: { $gt: "" } }, "text must be text."],
    [{ choice: 7 }, "choice must be text."],
    [{ text: "a", choice: "b" }, "the input must have one of the forms in the description."],
    [{ text: "a", seq: 1 }, "there is no field seq."],
    [{}, "the input must have one of the forms in the description."],
    [[], "the input must have one of the forms in the description."],
  ])("refuses %j", async (body, detail) => {
    const { id, token } = await begin()
    const headers = { authorization: `Bearer ${token}` }
    const { status, json } = await rest.problem("POST", path(id), { body, headers })
    expect([status, json.code, json.detail]).toEqual([400, "request.refused", detail])
  })

  test("refuses garbage", async () => {
    const { id, token } = await begin()
    const headers = { authorization: `Bearer ${token}` }
    const { status, json } = await rest.problem("POST", path(id), { raw: "{{{", headers })
    expect([status, json.code]).toEqual([400, "request.malformed"])
  })
})

describe("401", () => {
  test("asks for the token where there is none, before it looks at anything else", async () => {
    const { id, token } = await begin()
    const wrong: Record<string, string>[] = [
      {},
      { authorization: token },
      { authorization: "Basic abc" },
      { authorization: "Bearer " },
      { authorization: "Bearer a b" },
    ]
    for (const headers of wrong) {
      const { status, json } = await rest.problem("POST", path(id), { raw: "{{{", headers })
      expect([status, json.code]).toEqual([401, "conversation.token_missing"])
    }
  })

  test("SES-01 SES-02 refuses tokens that open nothing, without telling whether the conversation exists", async () => {
    const { id, token } = await begin()
    const answers = new Set<string>()
    for (const target of [id, newId("cnv"), "1", "..%2f"])
      for (const guess of ["guess", [...token].reverse().join(""), "x".repeat(900), "{$gt:''}"]) {
        const headers = { authorization: `Bearer ${guess}` }
        const { status, json } = await rest.problem("POST", path(target), {
          body: { text: "x" },
          headers,
        })
        answers.add(`${status} ${json.code} ${json.detail}`)
      }
    expect([...answers]).toEqual([
      "401 conversation.token_refused The token of the request opens no conversation.",
    ])
  })
})

describe("403", () => {
  test("a site the bot has meanwhile disallowed cannot go on", async () => {
    const bot = await createBot(owner.api, source)
    const conversation = await begin(bot.slug)
    await owner.api.bots.setAllowedOrigins.mutate({
      botId: bot.id,
      origins: ["https://shop.example"],
    })
    const { status } = await rest.say(
      conversation,
      { text: "x" },
      { origin: "https://evil.example" },
    )
    expect(status).toBe(403)
  })
})

describe("404", () => {
  test("SES-01 the token of one conversation does not open another", async () => {
    const [one, other] = [await begin(), await begin()]
    const { status, json } = await rest.say({ id: other.id, token: one.token }, { text: "x" })
    expect([status, json]).toMatchObject([404, { code: "conversation.not_found" }])
    expect((await rest.list(other)).json.messages).toHaveLength(1)
  })
})

describe("409", () => {
  test("refuses a key that was used with another body", async () => {
    const conversation = await beginAtMenu()
    const headers = { "idempotency-key": "once" }
    await rest.say(conversation, { choice: "Sales" }, headers)
    const other = await rest.say(conversation, { text: "Sales" }, headers)
    expect([other.status, other.json]).toMatchObject([409, { code: "request.key_reused" }])
  })
})

describe("413", () => {
  test("refuses a body of ten megabytes, and goes on answering others", async () => {
    const { id, token } = await begin()
    const raw = JSON.stringify({ text: "x".repeat(10_000_000) })
    const answer = await rest
      .problem("POST", path(id), { raw, headers: { authorization: `Bearer ${token}` } })
      .catch(() => null)
    // The server may close the connection while the client still writes.
    if (answer !== null) expect(answer.status).toBe(413)
    expect((await rest.start(slug)).status).toBe(201)
  })
})

describe("415", () => {
  test("refuses a body that is not said to be JSON", async () => {
    const { id, token } = await begin()
    const headers = { authorization: `Bearer ${token}`, "content-type": "text/plain" }
    expect((await rest.problem("POST", path(id), { raw: '{"text":"a"}', headers })).status).toBe(
      415,
    )
  })
})

describe("429", () => {
  test("one conversation takes only so many messages in a while", async () => {
    const small = await openTestServer({ env: { RATE_LIMIT_FACTOR: "0.01" } })
    const api = openRest(small.url)
    const bot = await createBot((await createOwner(small)).api, source)
    const { conversation } = (await api.start(bot.slug)).json
    const statuses: number[] = []
    for (let count = 0; count < 13; count++)
      statuses.push((await api.say(conversation, { text: `${count}` })).status)
    expect(statuses).toEqual([...Array(12).fill(200), 429])
    await small.close()
  })
})
