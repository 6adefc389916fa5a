import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

const source = `ON FORM SUBMIT "Contact"
    SET BOT MEMORY fields.mail, metadata.form
END ON
TALK "Hi"
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

const remembered = async (mail: string) => {
  const rows = await server.db.tenantQuery<{ value: string }>(
    [owner.orgId],
    "select value from memory_entries where key = $1",
    [mail],
  )
  return rows.map(({ value }) => value)
}

describe("202", () => {
  test("hands the fields to ON FORM SUBMIT, soon after, once for each key", async () => {
    const options = { body: { mail: "a@x.example" }, headers: { "idempotency-key": "f-1" } }
    const sent = [1, 2].map(() => rest.call("POST", `/bots/${slug}/forms/contact`, options))
    expect((await Promise.all(sent)).map(({ status, json }) => [status, json])).toEqual([
      [202, { accepted: true }],
      [202, { accepted: true }],
    ])
    await vi.waitFor(
      async () => expect(await remembered("a@x.example")).toEqual(["contact"]),
      5_000,
    )
    const events = await server.db.tenantQuery(
      [owner.orgId],
      "select id from inbound_events where source = 'event' and key like '%f-1%'",
    )
    expect(events).toHaveLength(1)
  })

  test("takes what an HTML form sends", async () => {
    const response = await fetch(`${server.url}/api/v1/bots/${slug}/forms/contact`, {
      method: "POST",
      body: new URLSearchParams({ mail: "b@x.example" }),
    })
    expect(response.status).toBe(202)
    await vi.waitFor(
      async () => expect(await remembered("b@x.example")).toEqual(["contact"]),
      5_000,
    )
  })
})

describe("400", () => {
  test("is the answer to what is not JSON, or no fields", async () => {
    const send = (raw: string) => rest.problem("POST", `/bots/${slug}/forms/contact`, { raw })
    expect((await send("{")).json.code).toBe("request.malformed")
    expect((await send("[1]")).json.code).toBe("request.refused")
  })
})

describe("403", () => {
  test("is the answer to a page of a site the bot does not allow", async () => {
    const bot = await createBot(owner.api, source)
    await owner.api.bots.setAllowedOrigins.mutate({
      botId: bot.id,
      origins: ["https://shop.example"],
    })
    const headers = { origin: "https://evil.example" }
    const answer = await rest.problem("POST", `/bots/${bot.slug}/forms/contact`, {
      body: {},
      headers,
    })
    expect(answer.json.code).toBe("bot.origin_refused")
  })
})

describe("404", () => {
  test("is the answer for a form the bot does not take", async () => {
    const answer = await rest.problem("POST", `/bots/${slug}/forms/other`, { body: {} })
    expect([answer.status, answer.json.code]).toEqual([404, "form.not_found"])
  })
})

describe("413", () => {
  test("is the answer to a form of more than 256 kB", async () => {
    const body = { x: "x".repeat(300_000) }
    expect((await rest.problem("POST", `/bots/${slug}/forms/contact`, { body })).status).toBe(413)
  })
})

describe("415", () => {
  test("is the answer to a body that is no form", async () => {
    const options = { raw: "x", headers: { "content-type": "text/plain" } }
    const answer = await rest.problem("POST", `/bots/${slug}/forms/contact`, options)
    expect(answer.json.code).toBe("request.type_refused")
  })
})
