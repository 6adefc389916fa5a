import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

let server: TestServer
let rest: ReturnType<typeof openRest>
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer()
  rest = openRest(server.url)
  owner = await createOwner(server)
})
afterAll(() => server.close())

describe("200", () => {
  test("SEC-05 tells of a published bot its public name and its name, and nothing else", async () => {
    const bot = await createBot(owner.api, 'TALK "Hi"\n', "Front desk")
    const { status, json, headers } = await rest.call("GET", `/bots/${bot.slug}`)
    expect(status).toBe(200)
    expect(json).toEqual({ id: bot.slug, name: "Front desk" })
    expect(headers.get("cache-control")).toBe("public, max-age=5")
  })

  test("a new name shows at once", async () => {
    const bot = await createBot(owner.api, 'TALK "Hi"\n', "Before")
    await rest.call("GET", `/bots/${bot.slug}`)
    await owner.api.bots.rename.mutate({ botId: bot.id, name: "After" })
    expect((await rest.call("GET", `/bots/${bot.slug}`)).json).toMatchObject({ name: "After" })
  })
})

describe("403", () => {
  test("does not tell sites that the bot does not allow", async () => {
    const bot = await createBot(owner.api, 'TALK "Hi"\n')
    await owner.api.bots.setAllowedOrigins.mutate({
      botId: bot.id,
      origins: ["https://shop.example"],
    })
    const headers = { origin: "https://evil.example" }
    expect((await rest.problem("GET", `/bots/${bot.slug}`, { headers })).json.code).toBe(
      "bot.origin_refused",
    )
  })
})

describe("404", () => {
  test("ISO-05 a bot is found by its public name alone, and once it was deleted no more", async () => {
    const bot = await createBot(owner.api, 'TALK "Hi"\n')
    expect((await rest.problem("GET", `/bots/${bot.id}`)).json.code).toBe("bot.not_found")
    await rest.call("GET", `/bots/${bot.slug}`)
    await owner.api.bots.delete.mutate({ botId: bot.id })
    expect((await rest.problem("GET", `/bots/${bot.slug}`)).json.code).toBe("bot.not_found")
  })

  test("a draft that was never published is not public, until it is published", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "Draft", template: "empty" })
    expect((await rest.problem("GET", `/bots/${bot.slug}`)).json.code).toBe("bot.not_published")
    await owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: bot.draftRevision })
    expect((await rest.call("GET", `/bots/${bot.slug}`)).status).toBe(200)
  })
})
