import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { holdRequests } from "#server/testing/hold-requests.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"

const source = `TALK "Hello"
HEAR name AS NAME WITH "Your name?"
TALK "Hi \${name}"
HEAR mood AS "Good", "Bad" WITH "How are you?"
TALK "Noted"
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

describe("201", () => {
  test("starts a conversation, says the first words and tells what is waited for", async () => {
    const { status, json } = await rest.start(slug)
    expect(status).toBe(201)
    expect(json.conversation.id).toMatch(/^cnv_[0-9a-hjkmnp-tv-z]{26}$/)
    expect(json.messages).toEqual([
      {
        id: expect.stringMatching(/^msg_/),
        seq: 1,
        from: "bot",
        kind: "text",
        text: "Hello",
        at: expect.any(String),
      },
      {
        id: expect.stringMatching(/^msg_/),
        seq: 2,
        from: "bot",
        kind: "text",
        text: "Your name?",
        at: expect.any(String),
      },
    ])
    expect(json.waiting).toMatchObject({ kind: "name", id: expect.any(String) })
  })

  test("needs neither a body nor a content type", async () => {
    expect((await rest.call("POST", `/bots/${slug}/conversations`)).status).toBe(201)
  })

  test("takes first words and what is known of the contact", async () => {
    const contact = {
      name: "Ana",
      email: "ana@example.org",
      attributes: { plan: "free", seats: 3 },
      shop: "north",
    }
    const asking = await createBot(owner.api, 'HEAR name AS NAME\nTALK "Hi " + name\n')
    const { status, json } = await rest.start(asking.slug, { text: "ana", contact })
    expect(status).toBe(201)
    expect(textsOf(json.messages)).toEqual(["Hi Ana"])
    const [row] = await server.db.tenantQuery<{ name: string; attributes: object }>(
      [owner.orgId],
      "select k.name, k.attributes from conversations c join contacts k on k.org_id = c.org_id and k.id = c.contact_id where c.id = $1",
      [json.conversation.id],
    )
    expect(row).toEqual({
      name: "Ana",
      attributes: { email: "ana@example.org", plan: "free", seats: 3, shop: "north" },
    })
  })

  test("what a visitor brings is read by the flow as user.*, is theirs alone, and never passes for a memory", async () => {
    const greeting = await createBot(
      owner.api,
      `IF GET "user.seen" THEN SET USER MEMORY "plan", "kept"
TALK "\${GET "user.name"} has \${GET "user.plan"} and \${GET USER MEMORY("admin")}"
HEAR more
`,
    )
    const say = async (slug: string, contact?: object) =>
      textsOf((await rest.start(slug, contact && { contact })).json.messages)
    const attributes = { plan: "free", admin: true }
    expect(await say(greeting.slug, { name: "Ana", attributes })).toEqual(["Ana has free and "])
    expect(await say(greeting.slug, { name: "Bia", plan: "pro" })).toEqual(["Bia has pro and "])
    expect(await say(greeting.slug, { plan: "free", seen: true })).toEqual([" has kept and "])
    expect(await say(greeting.slug)).toEqual([" has  and "])
    const stranger = await createOwner(server)
    const foreign = await createBot(stranger.api, 'TALK "${GET "user.plan"}!"\nHEAR x\n')
    expect(await say(foreign.slug, { name: "Ana" })).toEqual(["!"])
  })

  test("the same key again gives the same answer with the same token, and starts nothing", async () => {
    const headers = { "idempotency-key": "start-1" }
    const contact = { name: "Ana" }
    const first = await rest.start(slug, { contact }, headers)
    const again = await rest.start(slug, { contact }, headers)
    expect(again).toMatchObject({ status: 201, json: first.json })
    const [count] = await server.db.tenantQuery<{ count: number }>(
      [owner.orgId],
      "select count(*) from conversations where id = $1",
      [first.json.conversation.id],
    )
    expect(count?.count).toBe(1)
    expect((await rest.say(again.json.conversation, { text: "Ana" })).status).toBe(200)
  })

  test("a hundred starts with one key at once start one conversation", async () => {
    const headers = { "idempotency-key": "storm" }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => rest.start(slug, {}, headers)),
    )
    expect(new Set(answers.map(({ json }) => json.conversation.id)).size).toBe(1)
    expect(new Set(answers.map(({ json }) => json.conversation.token)).size).toBe(1)
  })

  test("SES-01 the token is at least 128 bits, different each time, and only its hash is stored", async () => {
    const tokens = await Promise.all(
      [1, 2, 3].map(async () => (await rest.start(slug)).json.conversation.token),
    )
    expect(new Set(tokens).size).toBe(3)
    for (const token of tokens)
      expect(Buffer.from(token, "base64url").byteLength).toBeGreaterThanOrEqual(16)
    const rows = await server.db.tenantQuery<{ all: string }>(
      [owner.orgId],
      "select json_agg(c)::text as all from conversations c",
    )
    for (const token of tokens) expect(rows[0]?.all).not.toContain(token)
  })

  test("SES-03 what a visitor says of themselves never leads into the conversation of somebody else", async () => {
    const contact = { id: "customer-7", email: "ana@example.org" }
    const one = await rest.start(slug, { contact })
    const other = await rest.start(slug, { contact })
    expect(other.json.conversation.id).not.toBe(one.json.conversation.id)
    expect(other.json.conversation.token).not.toBe(one.json.conversation.token)
  })

  test("any site may start one while the bot allows all, and browsers may read the answer", async () => {
    const { status, headers } = await rest.start(slug, {}, { origin: "https://shop.example" })
    expect(status).toBe(201)
    expect(headers.get("access-control-allow-origin")).toBe("*")
    expect(headers.get("access-control-allow-credentials")).toBeNull()
  })
})

describe("202", () => {
  test("a first turn that takes longer than the caller may wait is answered with what was said so far", async () => {
    const outside = await holdRequests()
    const patient = await openTestServer({
      env: { TURN_WAIT_MS: "1500", OUTBOUND_ALLOW: outside.host },
    })
    const api = openRest(patient.url)
    const bot = await createBot(
      (await createOwner(patient)).api,
      `TALK "Looking"\nreply = GET "http://${outside.host}/"\nTALK "Found " + reply\nHEAR x WITH "More?"\n`,
    )
    const { status, json } = await api.start(bot.slug)
    expect([status, textsOf(json.messages), json.waiting]).toEqual([
      202,
      ["Looking"],
      { kind: "running" },
    ])
    expect((await api.list(json.conversation)).json.waiting).toEqual({ kind: "running" })
    outside.release("it")
    const said = await vi.waitFor(async () => {
      const { messages, waiting } = (await api.list(json.conversation)).json
      expect(waiting?.kind).toBe("text")
      return textsOf(messages)
    })
    expect(said).toEqual(["Looking", "Found it", "More?"])
    await patient.close()
    outside.close()
  })

  test("a pause of the program is a wait like any other and holds no request", async () => {
    const pausing = await createBot(owner.api, 'TALK "Before"\nWAIT 1\nTALK "After"\n')
    const { status, json } = await rest.start(pausing.slug)
    expect([status, textsOf(json.messages), json.waiting?.kind]).toEqual([201, ["Before"], "time"])
  })
})

describe("400", () => {
  test.each([
    ["a text that is no text", { text: 7 }, "text must be text."],
    ["an empty text", { text: "" }, "text must have at least 1 characters."],
    [
      "a text beyond the limit",
      { text: "x".repeat(16_001) },
      "text must have at most 16000 characters.",
    ],
    ["a list", [], "the input must be an object."],
    ["null", null, "the input must be an object."],
    ["a contact that is no object", { contact: "Ana" }, "contact must be an object."],
    [
      "an object as a contact's field",
      { contact: { x: { $gt: "" } } },
      "contact.x must have one of the forms in the description.",
    ],
  ])("refuses %s and says why", async (_, body, detail) => {
    const { status, json } = await rest.problem("POST", `/bots/${slug}/conversations`, { body })
    expect([status, json.code, json.detail]).toEqual([400, "request.refused", detail])
  })

  test.each([
    "tenantId",
    "orgId",
    "ownerId",
    "role",
    "plan",
    "createdAt",
    "conversationId",
    "flow",
    "ir",
    "vars",
    "overrideConfig",
  ])("ISO-07 SBX-09 refuses a body with the field %s", async (field) => {
    const { status, json } = await rest.problem("POST", `/bots/${slug}/conversations`, {
      body: { [field]: "x" },
    })
    expect([status, json.detail]).toEqual([400, `there is no field ${field}.`])
  })

  test.each([
    { files: [{ filepath: "/etc/passwd", buffer: "eA==", size: 1 }] },
    { text: { path: "/etc/passwd" } },
    { text: { type: "Buffer", data: [120] } },
    { contact: { name: { filepath: "/etc/passwd" } } },
    { contact: { attributes: { file: { path: "/etc/passwd" } } } },
  ])("FIL-01 refuses %j, which poses as an upload", async (body) => {
    const { status, json } = await rest.problem("POST", `/bots/${slug}/conversations`, { body })
    expect([status, json.code]).toEqual([400, "request.refused"])
  })

  test("INJ-03 refuses a field named __proto__", async () => {
    const raw = '{"text":"hi","__proto__":{"role":"owner"}}'
    const { status } = await rest.problem("POST", `/bots/${slug}/conversations`, { raw })
    expect(status).toBe(400)
  })

  test.each(["{", "text", "\u0000", '{"text":"a"'])(
    "refuses the body %j, which is no JSON",
    async (raw) => {
      const { status, json } = await rest.problem("POST", `/bots/${slug}/conversations`, { raw })
      expect([status, json.code]).toEqual([400, "request.malformed"])
    },
  )

  test("refuses a key that is no plain text", async () => {
    const headers = { "idempotency-key": "x".repeat(201) }
    const { status, json } = await rest.problem("POST", `/bots/${slug}/conversations`, {
      body: {},
      headers,
    })
    expect([status, json.code]).toEqual([400, "request.refused"])
  })
})

describe("403", () => {
  test("refuses sites the bot does not allow, takes the others, and our own pages", async () => {
    const bot = await createBot(owner.api, 'TALK "Hi"\n')
    await owner.api.bots.setAllowedOrigins.mutate({
      botId: bot.id,
      origins: ["https://shop.example", "https://Shop.Example:443/"],
    })
    const from = async (origin: string) => (await rest.start(bot.slug, {}, { origin })).status
    expect(await from("https://shop.example")).toBe(201)
    expect(await from(server.url)).toBe(201)
    for (const origin of [
      "https://evil.example",
      "http://shop.example",
      "https://shop.example.evil.example",
      "null",
    ])
      expect(await from(origin)).toBe(403)
    const { json, headers } = await rest.problem("POST", `/bots/${bot.slug}/conversations`, {
      body: {},
      headers: { origin: "https://evil.example" },
    })
    expect(json).toMatchObject({
      code: "bot.origin_refused",
      detail: "This bot does not take conversations from https://evil.example.",
    })
    expect(headers.get("access-control-allow-origin")).toBe("*")
  })
})

describe("404", () => {
  test("tells apart a bot that is not there and one that is not published", async () => {
    const draft = await owner.api.bots.create.mutate({ name: "Draft", template: "empty" })
    for (const [bot, code] of [
      ["nobody", "bot.not_found"],
      [draft.slug, "bot.not_published"],
      [draft.id, "bot.not_found"],
      ["..%2f..%2fetc", "bot.not_found"],
      ["x'--", "bot.not_found"],
    ]) {
      const { status, json } = await rest.problem("POST", `/bots/${bot}/conversations`, {
        body: {},
      })
      expect([status, json.code]).toEqual([404, code])
    }
  })
})

describe("409", () => {
  test("refuses a key that was used with another body", async () => {
    const headers = { "idempotency-key": "once" }
    await rest.start(slug, {}, headers)
    const { status, json } = await rest.problem("POST", `/bots/${slug}/conversations`, {
      body: { text: "other" },
      headers,
    })
    expect([status, json.code]).toEqual([409, "request.key_reused"])
  })
})

describe("413", () => {
  test("refuses a body above 64 kB whether or not its length is announced", async () => {
    const raw = JSON.stringify({ text: "x".repeat(70_000) })
    const announced = await rest.problem("POST", `/bots/${slug}/conversations`, { raw })
    expect([announced.status, announced.json.code]).toEqual([413, "request.too_large"])
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(raw))
        controller.close()
      },
    })
    const init = {
      method: "POST",
      body,
      duplex: "half",
      headers: { "content-type": "application/json" },
    }
    const streamed = await fetch(
      `${server.url}/api/v1/bots/${slug}/conversations`,
      init as RequestInit,
    )
    expect(streamed.status).toBe(413)
  })
})

describe("415", () => {
  test("refuses a body that is not said to be JSON", async () => {
    for (const type of ["text/plain", "application/xml", "multipart/form-data; boundary=x"]) {
      const { status, json } = await rest.problem("POST", `/bots/${slug}/conversations`, {
        raw: '{"text":"a"}',
        headers: { "content-type": type },
      })
      expect([status, json.code]).toEqual([415, "request.type_refused"])
    }
  })
})

describe("429", () => {
  test("DOS-01 one address cannot flood: headers it makes up change nothing, and it hears when to come back", async () => {
    const small = await openTestServer({ env: { RATE_LIMIT_FACTOR: "0.01" } })
    const { start } = openRest(small.url)
    const bot = await createBot((await createOwner(small)).api, 'TALK "Hi"\n')
    const statuses: number[] = []
    for (let count = 0; count < 16; count++)
      statuses.push((await start(bot.slug, {}, { "x-forwarded-for": `9.9.${count}.1` })).status)
    expect(statuses).toEqual([...Array(15).fill(201), 429])
    const refused = await start(bot.slug)
    expect(refused.json).toMatchObject({ code: "request.too_many" })
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
    small.clock.advance(60_000)
    expect((await start(bot.slug)).status).toBe(201)
    await small.close()
  })

  test("DOS-01 a flood of one bot from everywhere is stopped at that bot, and its neighbour is answered", async () => {
    const small = await openTestServer({ env: { RATE_LIMIT_FACTOR: "0.01", TRUST_PROXY: "1" } })
    const { start } = openRest(small.url)
    const { api } = await createOwner(small)
    const [flooded, neighbour] = [
      await createBot(api, 'TALK "Hi"\n'),
      await createBot(api, 'TALK "Hi"\n'),
    ]
    const from = (slug: string, at: number) =>
      start(slug, {}, { "x-forwarded-for": `9.${at}.1.1` }).then(({ status }) => status)
    const statuses = await Promise.all(
      Array.from({ length: 100 }, (_, at) => from(flooded.slug, at)),
    )
    expect(statuses.filter((status) => status === 201)).toHaveLength(60)
    expect(statuses.filter((status) => status === 429)).toHaveLength(40)
    expect(await from(neighbour.slug, 200)).toBe(201)
    await small.close()
  })
})
