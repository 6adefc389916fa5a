import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { commands } from "#basic/keywords/index.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let asked = 0
const inside = createServer((_, response) => {
  asked += 1
  response.end("a secret of the network")
})
beforeAll(async () => {
  await new Promise<void>((done) => inside.listen(0, "127.0.0.1", done))
  server = await openTestServer()
  owner = await createOwner(server)
})
afterAll(async () => {
  inside.close()
  await server.close()
})

/** Commands that take an address, in their shortest form, as the definitions have them. */
const callers = commands.flatMap(({ name, params, forms }) =>
  "url" in params ? [{ name, line: String(forms[0]).split("[")[0] ?? "" }] : [],
)

/** The address where it belongs, and a word wherever else one is wanted. */
const writeLine = (line: string, address: string) =>
  line.replace("{url}", JSON.stringify(address)).replace(/\{\w+\}/g, '"p"')

describe("NET-04 everything in a program that takes an address", () => {
  test("is found by its definition", () => {
    expect(callers.map(({ name }) => name).sort()).toEqual([
      "DELETE",
      "GET",
      "GRAPHQL",
      "PATCH",
      "POST",
      "PUT",
      "RSS",
      "SCRAPE",
      "SCRAPE ALL",
      "SCRAPE IMAGES",
      "SCRAPE LINKS",
      "SCRAPE TABLE",
      "SOAP",
    ])
  })

  test.each(callers)("$name reaches nothing inside the network", async ({ line }) => {
    const { port } = inside.address() as AddressInfo
    const addresses = [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://2130706433:${port}/`,
      "http://169.254.169.254/latest/meta-data/",
      "http://metadata.google.internal/",
      "file:///etc/passwd",
    ]
    const source = addresses
      .map((address) => `${writeLine(line, address)}\nTALK ERROR MESSAGE\nCLEAR ERROR\n`)
      .join("")
    const bot = await createBot(owner.api, `ON ERROR RESUME NEXT\n${source}`)
    const { messages } = (await openRest(server.url).start(bot.slug)).json
    expect(messages).toHaveLength(addresses.length)
    for (const text of textsOf(messages)) {
      expect(text).toMatch(/\w+ .+\.$/)
      expect(text).not.toContain("secret")
    }
    expect(asked).toBe(0)
  })
})

describe("NET-04 an address in the settings of a bot", () => {
  const features = [
    { name: "llm-url", line: 'x = LLM "Hi?"' },
    { name: "mcp-books-url", line: 'x = USE MCP "books", "find", { }' },
    { name: "mcp-books-url", line: 'x = MCP LIST TOOLS "books"' },
  ]
  test.each(features)("$name reaches nothing inside the network by $line", async (feature) => {
    const { port } = inside.address() as AddressInfo
    const addresses = [`http://127.0.0.1:${port}/`, "http://169.254.169.254/v1"]
    const tries = addresses.map(
      (address) =>
        `SET CONFIG "${feature.name}", "${address}"\n${feature.line}\nTALK ERROR MESSAGE\nCLEAR ERROR\n`,
    )
    const source = `ON ERROR RESUME NEXT\nSET CONFIG "llm-model", "m"\n${tries.join("")}`
    const bot = await createBot(owner.api, source)
    const { messages } = (await openRest(server.url).start(bot.slug)).json
    expect(textsOf(messages)).toHaveLength(addresses.length)
    for (const text of textsOf(messages)) expect(text).toMatch(/is not an address .*\.$/)
    expect(asked).toBe(0)
  })
})

describe("NET-04 a mail server in the settings of a bot", () => {
  test.each(["127.0.0.1", "localhost", "metadata.google.internal"])(
    "%s is refused by SEND MAIL USING",
    async (host) => {
      const account = { "email-server": host, "email-user": "a@b.example", "email-pass": "x" }
      const settings = Object.entries(account).map(
        ([name, value]) => `SET CONFIG "${name}", "${value}"\n`,
      )
      const source = `ON ERROR RESUME NEXT\n${settings.join("")}SEND MAIL "c@d.example", "Hi", "You" USING "a@b.example"\nTALK ERROR MESSAGE\n`
      const bot = await createBot(owner.api, source)
      const { messages } = (await openRest(server.url).start(bot.slug)).json
      expect(textsOf(messages).join()).toContain(`The mail server ${host}`)
      expect(asked).toBe(0)
    },
  )
})

describe("DOS-03 programs that multiply", () => {
  test("ten thousand times ten thousand rounds end at the budget of a turn, with a sentence", async () => {
    const bot = await createBot(
      owner.api,
      "FOR i = 1 TO 10000\nFOR j = 1 TO 10000\nx = i * j\nNEXT\nNEXT\n",
    )
    const begun = performance.now()
    const { messages, waiting } = (await openRest(server.url).start(bot.slug)).json
    expect(performance.now() - begun).toBeLessThan(15_000)
    expect(waiting).toBeNull()
    expect(textsOf(messages)).toEqual([expect.stringMatching(/\w+ .+\.$/)])
  })

  test("a bot that calls itself is stopped by the limits, and each of its calls is told", async () => {
    const own = await openTestServer({
      env: { RATE_LIMIT_FACTOR: "0.02", OUTBOUND_ALLOW: "127.0.0.1" },
    })
    const { api } = await createOwner(own)
    const bot = await createBot(api, 'TALK "Hi"\n')
    const { revision, layout } = await api.bots.loadDraft.query({ botId: bot.id })
    const saved = await api.bots.saveDraft.mutate({
      botId: bot.id,
      source: `ON ERROR RESUME NEXT\nr = POST "${own.url}/api/v1/bots/${bot.slug}/conversations", { }\nTALK ERROR MESSAGE + "!"\n`,
      layout,
      baseRevision: revision,
    })
    if (!saved.ok) throw new Error("the draft was not saved")
    await api.bots.publish.mutate({ botId: bot.id, baseRevision: saved.revision })
    const { status, json } = await openRest(own.url).start(bot.slug)
    expect([status, textsOf(json.messages)]).toEqual([201, ["!"]])
    const [row] = await own.db.dispatcherQuery<{ begun: number }>(
      "select count(*)::int as begun from conversations",
    )
    expect(row?.begun).toBe(30)
    const next = await openRest(own.url).start(bot.slug)
    expect(next.status).toBe(429)
    await own.close()
  })
})
