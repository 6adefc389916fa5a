import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

let server: TestServer
let rest: ReturnType<typeof openRest>
let owner: Awaited<ReturnType<typeof createOwner>>
let botId: Awaited<ReturnType<typeof createBot>>["id"]
let path = ""
beforeAll(async () => {
  server = await openTestServer()
  rest = openRest(server.url)
  owner = await createOwner(server)
  const bot = await createBot(
    owner.api,
    'ON WEBHOOK "hook/in"\n    RETURN "body " + params.say\nEND ON\nWEBHOOK "ping"\nWEBHOOK "post" METHOD "POST"\nIF params.wait = "yes" THEN WAIT 60\nRETURN params.say + "!"\n',
  )
  botId = bot.id
  const { baseUrl } = await owner.api.webhooks.renew.mutate({ botId })
  path = `${new URL(baseUrl ?? "").pathname.replace("/api/v1", "")}ping`
})
afterAll(() => server.close())

const status = async (address: string, headers: Record<string, string> = {}) =>
  (await fetch(`${server.url}/api/v1${address}`, { headers })).status

describe("200", () => {
  test("hands what stands behind the question mark to the script", async () => {
    const response = await fetch(`${server.url}/api/v1${path}?say=pong`)
    expect(await response.text()).toBe("pong!")
  })
})

test("ON WEBHOOK runs its own lines, at an address that may have folders", async () => {
  const response = await fetch(`${server.url}/api/v1${path.replace("ping", "hook/in")}?say=x`)
  expect(await response.text()).toBe("body x")
})

describe("202", () => {
  test("is the answer of a script that waits", async () => {
    expect(await status(`${path}?wait=yes`)).toBe(202)
  })
})

describe("403", () => {
  test("is the answer to a page of a site the bot does not allow", async () => {
    const allow = (origins: string[]) => owner.api.bots.setAllowedOrigins.mutate({ botId, origins })
    await allow(["https://shop.example"])
    expect(await status(path, { origin: "https://evil.example" })).toBe(403)
    await allow([])
  })
})

describe("404", () => {
  test("is the answer at an address that is not that of a webhook", async () => {
    expect((await rest.problem("GET", `${path}x`)).json.code).toBe("webhook.not_found")
  })
})

describe("405", () => {
  test("is the answer where the script names another method", async () => {
    expect(await status(path.replace("ping", "post"))).toBe(405)
  })
})

describe("409", () => {
  test("is the answer to another question under the same event id", async () => {
    const headers = { "x-event-id": "e-1" }
    expect(await status(`${path}?say=a`, headers)).toBe(200)
    expect(await status(`${path}?say=b`, headers)).toBe(409)
  })
})

describe("401", () => {
  test("is the answer to an unsigned call where the bot asks for a signature", async () => {
    await owner.api.webhooks.setSigning.mutate({ botId, mustSign: true })
    expect(await status(path)).toBe(401)
  })
})
