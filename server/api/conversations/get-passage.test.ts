import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "#catalog/ids.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

let server: TestServer
let rest: ReturnType<typeof openRest>
let owner: Awaited<ReturnType<typeof createOwner>>
let conversation = { id: "", token: "" }
let other = { id: "", token: "" }
const cited = newId("chk")
const uncited = newId("chk")
const hostile = '<img src=x onerror="alert(1)"> & ![x](https://evil.example/p.png)'

beforeAll(async () => {
  server = await openTestServer()
  rest = openRest(server.url)
  owner = await createOwner(server)
  const bot = await createBot(owner.api, 'HEAR name WITH "Who?"\n')
  conversation = (await rest.start(bot.slug)).json.conversation
  other = (await rest.start(bot.slug)).json.conversation
  const [base, document] = [newId("kbs"), newId("doc")]
  await server.db.asOwner(async (tx) => {
    const { orgId } = owner
    await tx.rows(
      "insert into knowledge_bases (org_id, id, bot_id, name, model) values ($1, $2, $3, 'docs', 'm')",
      [orgId, base, bot.id],
    )
    await tx.rows(
      `insert into knowledge_documents (org_id, id, base_id, title, mime_type, size, sha256, content, url, state)
       values ($1, $2, $3, 'Hours', 'text/plain', 1, 'x', 'x', 'javascript:alert(1)', 'ready')`,
      [orgId, document, base],
    )
    for (const [position, id] of [cited, uncited].entries())
      await tx.rows(
        `insert into knowledge_chunks (org_id, id, document_id, position, base_id, text, section, page, terms)
         values ($1, $2, $3, $4, $5, $6, 'Times', 2, '')`,
        [orgId, id, document, position, base, hostile],
      )
    await tx.rows("update messages set sources = $2::text::jsonb where conversation_id = $1", [
      conversation.id,
      JSON.stringify([{ number: 1, id: cited, title: "Hours" }]),
    ])
  })
})
afterAll(() => server.close())

const read = async (id: string, ticket = conversation, headers: Record<string, string> = {}) => {
  const response = await fetch(
    `${server.url}/api/v1/conversations/${ticket.id}/passages/${encodeURIComponent(id)}`,
    { headers: { authorization: `Bearer ${ticket.token}`, ...headers } },
  )
  return { status: response.status, headers: response.headers, json: await response.json() }
}

describe("200", () => {
  test("XSS-01 reads what the conversation cites, as text, with no address that is none of the web", async () => {
    const { status, json, headers } = await read(cited)
    expect(status).toBe(200)
    expect(json).toEqual({ id: cited, title: "Hours", section: "Times", page: 2, text: hostile })
    expect(headers.get("cache-control")).toBe("private, no-store")
    expect(headers.get("content-type")).toContain("application/json")
  })

  test("the sources stand with the message they are of", async () => {
    const { json } = await rest.list(conversation)
    expect(json.messages[0]).toMatchObject({ sources: [{ number: 1, id: cited, title: "Hours" }] })
  })
})

describe("400", () => {
  test("what is no id of a passage", async () => {
    for (const id of ["x", "' or 1=1", newId("doc"), "chk_"]) {
      const { status, json } = await read(id)
      expect([status, json.code]).toEqual([400, "request.refused"])
    }
  })
})

describe("401", () => {
  test("nobody reads without the conversation's token", async () => {
    const { status, json } = await read(cited, { id: conversation.id, token: "x".repeat(43) })
    expect([status, json.code]).toEqual([401, "conversation.token_refused"])
    const none = await read(cited, conversation, { authorization: "" })
    expect([none.status, none.json.code]).toEqual([401, "conversation.token_missing"])
  })
})

describe("403", () => {
  test("a site the bot does not allow is refused", async () => {
    const bot = await createBot(owner.api, 'HEAR x WITH "Say"\n')
    const ticket = (await rest.start(bot.slug)).json.conversation
    const origins = ["https://shop.example"]
    await owner.api.bots.setAllowedOrigins.mutate({ botId: bot.id, origins })
    const { status } = await read(cited, ticket, { origin: "https://evil.example" })
    expect(status).toBe(403)
  })
})

describe("404", () => {
  test("LLM-04 a passage that this conversation does not cite, and one cited elsewhere", async () => {
    for (const [id, ticket] of [
      [uncited, conversation],
      [cited, other],
      [newId("chk"), conversation],
    ] as const) {
      const { status, json } = await read(id, ticket)
      expect([status, json.code]).toEqual([404, "passage.not_found"])
    }
    const foreign = await read(cited, { id: conversation.id, token: other.token })
    expect(foreign.status).toBe(404)
  })

  test("what was deleted is gone", async () => {
    await server.db.asOwner((tx) => tx.rows("delete from knowledge_chunks where id = $1", [cited]))
    expect((await read(cited)).status).toBe(404)
  })
})
