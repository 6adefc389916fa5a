import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { limits } from "#catalog/limits.ts"
import { McpClient } from "#server/keywords/mcp/mcp-client.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"

const source = `PARAM city AS STRING LIKE "Lisbon" DESCRIPTION "Where"
PARAM days AS INTEGER LIKE 3 DESCRIPTION "How long" OPTIONAL
DESCRIPTION "Tells the weather."
IF city = "Nowhere" THEN
    HEAR x
END IF
IF city = "Broken" THEN
    THROW "broken"
END IF
n = GET BOT MEMORY "asked"
SET BOT MEMORY "asked", n + 1
RETURN { city: city, days: days, asked: n + 1 }
`
let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let slug = ""
let key = ""
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  const bot = await createBot(owner.api, source)
  slug = bot.slug
  const hooks = await owner.api.webhooks.renew.mutate({ botId: bot.id })
  key = new URL(hooks.baseUrl ?? "").pathname.split("/").filter(Boolean).at(-1) ?? ""
})
afterAll(() => server.close())

const urlOf = (bot = slug) => `${server.url}/api/v1/bots/${bot}/mcp`
const post = (body: string, headers: Record<string, string> = {}, bot = slug) =>
  fetch(urlOf(bot), {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body,
  })
const codeOf = async (response: Response) => {
  const { code } = (await response.json()) as { code: string }
  return [response.status, code]
}
const ping = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping", params: {} })

/** The product's own client, straight to the server. */
const openClient = (given = key) =>
  new McpClient(
    { name: "own", url: urlOf(), key: given },
    async ({ method, url, headers, body }) => {
      const reply = await fetch(url, {
        method,
        headers: Object.fromEntries(headers),
        ...(body !== null && { body }),
      })
      return {
        status: reply.status,
        contentType: reply.headers.get("content-type") ?? "",
        body: await reply.text(),
        headers: new Map(reply.headers),
      }
    },
  )

describe("200", () => {
  test("lists the tools of the published version with their schema, and runs one", async () => {
    const tools = await openClient().listTools()
    expect(tools).toMatchObject([
      {
        ...{ name: "start", description: "Tells the weather." },
        parameters: { type: "object", required: ["city"], additionalProperties: false },
      },
    ])
    const result = await openClient().callTool("start", { city: "Lisbon", days: 2 })
    expect(result).toMatchObject({ structuredContent: { city: "Lisbon", days: 2, asked: 1 } })
  })

  test("LLM-03 arguments that do not fit, an unknown tool, one that waits and one that breaks are told in words", async () => {
    const cases: [string, Record<string, string | number>, RegExp][] = [
      ["start", { city: "Lisbon", days: "many" }, /days/],
      ["start", { city: "Lisbon", org_id: "org_x" }, /org_id|Unrecognized/],
      ["start", {}, /city/],
      ["other", {}, /no such tool/],
      ["start", { city: "Nowhere" }, /gave no answer/],
      ["start", { city: "Broken" }, /gave no answer/],
    ]
    for (const [name, args, words] of cases) {
      const result = await openClient().callTool(name, args)
      expect(result).toMatchObject({ isError: true })
      expect(JSON.stringify(result.content)).toMatch(words)
    }
  })
})

describe("400", () => {
  test("what is no JSON", async () => {
    expect(await codeOf(await post("{"))).toEqual([400, "request.malformed"])
  })
})

describe("401", () => {
  test("nobody lists or calls without the bot's own key", async () => {
    const other = await createBot(owner.api, source)
    await owner.api.webhooks.renew.mutate({ botId: other.id })
    expect(await codeOf(await post(ping, { authorization: "Bearer x" }))).toEqual([
      ...[401, "tool.key_refused"],
    ])
    expect(await codeOf(await post(ping, { authorization: "" }))).toEqual([401, "tool.key_refused"])
    expect(await codeOf(await post(ping, {}, other.slug))).toEqual([401, "tool.key_refused"])
  })
})

describe("403", () => {
  test("a site the bot does not allow is refused", async () => {
    const bot = await createBot(owner.api, source)
    const origins = ["https://shop.example"]
    await owner.api.bots.setAllowedOrigins.mutate({ botId: bot.id, origins })
    const response = await post(ping, { origin: "https://evil.example" }, bot.slug)
    expect(response.status).toBe(403)
  })
})

describe("404", () => {
  test("there is no such bot", async () => {
    expect(await codeOf(await post(ping, {}, "nobody-here"))).toEqual([404, "bot.not_found"])
  })
})

describe("413", () => {
  test("a body above the limit is refused before it is read to its end", async () => {
    const large = await post("x".repeat(limits.webhookBodyBytes + 1))
    expect(large.status).toBe(413)
  })
})

describe("409", () => {
  test("a bot that calls itself again and again is cut off", async () => {
    const response = await post(ping, { "botwright-depth": String(limits.eventDepth + 1) })
    expect((await codeOf(response))[1]).toBe("event.too_deep")
  })
})
