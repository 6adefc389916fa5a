import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner } from "#server/testing/people.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
})
afterAll(() => server.close())

const source = 'SET SCHEDULE "every day at 9am"\nTALK "Good morning"\n'
const list = (botId: Awaited<ReturnType<typeof createBot>>["id"]) =>
  owner.api.schedules.list.query({ botId })

describe("schedules of a bot", () => {
  test("are those of its published scripts; a schedule that says no time is not published", async () => {
    const bot = await createBot(owner.api, source)
    expect(await list(bot.id)).toEqual([
      expect.objectContaining({ origin: "declared", when: "every day at 9am", lastOutcome: null }),
    ])
    await expect(createBot(owner.api, 'SET SCHEDULE "every blue moon"\n')).rejects.toThrow(
      "does not say when",
    )
  })

  test("run when somebody says so, and show how it went", async () => {
    const bot = await createBot(owner.api, source)
    const [schedule] = await list(bot.id)
    const scheduleId = schedule?.id as Parameters<
      typeof owner.api.schedules.run.mutate
    >[0]["scheduleId"]
    const [begun] = await owner.api.schedules.run.mutate({ botId: bot.id, scheduleId })
    expect(begun).toMatchObject({ lastOutcome: "waiting", nextAt: schedule?.nextAt })
    await server.container.engine.sweep()
    expect((await list(bot.id))[0]).toMatchObject({ lastOutcome: "done" })
  })

  test("pause, and go on from then without what was missed", async () => {
    const bot = await createBot(owner.api, source)
    const [schedule] = await list(bot.id)
    const scheduleId = schedule?.id as Parameters<
      typeof owner.api.schedules.run.mutate
    >[0]["scheduleId"]
    const pause = (isPaused: boolean) =>
      owner.api.schedules.pause.mutate({ botId: bot.id, scheduleId, isPaused })
    expect(await pause(true)).toMatchObject([{ isPaused: true, nextAt: null }])
    expect(await pause(false)).toMatchObject([{ isPaused: false, nextAt: schedule?.nextAt }])
  })

  test("move with the bot's clock", async () => {
    const bot = await createBot(owner.api, source)
    const hourOf = (nextAt: string | null | undefined) => new Date(nextAt ?? 0).getUTCHours()
    expect(hourOf((await list(bot.id))[0]?.nextAt)).toBe(9)
    await owner.api.settings.setClock.mutate({
      ...{ botId: bot.id, timeZone: "Asia/Tokyo", languages: ["ja"] },
    })
    expect(hourOf((await list(bot.id))[0]?.nextAt)).toBe(0)
  })
})

describe("settings of a bot", () => {
  test("SEC-05 keep a secret: it is told to nobody, lies sealed, and no script reads it", async () => {
    const bot = await createBot(
      owner.api,
      'ON ERROR RESUME NEXT\nTALK GET CONFIG "shop-city"\nx = GET CONFIG "llm-key"\nTALK ERROR MESSAGE\n',
    )
    const botId = bot.id
    await owner.api.settings.import.mutate({
      botId,
      text: "name,value\nShop City,Lima\nllm-key,sk-very-secret\n",
    })
    const { values } = await owner.api.settings.get.query({ botId })
    expect(values.map(({ name, value }) => [name, value])).toEqual([
      ["llm-key", null],
      ["shop-city", "Lima"],
    ])
    const stored = await server.db.tenantQuery<{ value: string }>(
      [owner.orgId],
      "select value from bot_settings where bot_id = $1 and is_secret",
      [botId],
    )
    expect(stored[0]?.value).not.toContain("sk-very")
    const response = await fetch(`${server.url}/api/v1/bots/${bot.slug}/conversations`, {
      method: "POST",
    })
    const said = JSON.stringify(await response.json())
    expect(said).toContain("Lima")
    expect(said).toContain("is secret")
    expect(said).not.toContain("sk-very")
  })

  test("SEC-05 a key goes when the address it was given for changes, and stays when that is said again", async () => {
    const { id: botId } = await createBot(owner.api, 'TALK "x"')
    const { settings } = owner.api
    const namesAfter = async (name: string, value: string) =>
      (await settings.setValue.mutate({ botId, name, value })).values.map((each) => each.name)
    const text = "name,value\nllm-key,sk-1\nllm-url,https://models.example\n"
    const { values } = await settings.import.mutate({ botId, text })
    expect(values.map(({ name }) => name)).toEqual(["llm-key", "llm-url"])
    expect(await namesAfter("llm-url", "https://models.example")).toContain("llm-key")
    expect(await namesAfter("llm-url", "https://elsewhere.example")).toEqual(["llm-url"])
  })

  test("give variables to every run where their names begin with param-", async () => {
    const bot = await createBot(owner.api, 'TALK city + " " + (max_items + 1)\n')
    const botId = bot.id
    await owner.api.settings.import.mutate({ botId, text: "param-city,Lima\nparam-max-items,4\n" })
    const response = await fetch(`${server.url}/api/v1/bots/${bot.slug}/conversations`, {
      method: "POST",
    })
    expect((await response.json()).messages[0].text).toBe("Lima 5")
  })

  test("refuse what is no name, no zone and no language", async () => {
    const { id: botId } = await createBot(owner.api, 'TALK "Hi"\n')
    const set = (name: string) => owner.api.settings.setValue.mutate({ botId, name, value: "x" })
    expect(await codeOf(set("a/b"))).toBe("setting.refused")
    const clock = (timeZone: string, languages: string[]) =>
      owner.api.settings.setClock.mutate({ botId, timeZone, languages })
    expect(await codeOf(clock("Mars/Olympus", []))).toBe("request.refused")
    expect(await codeOf(clock("UTC", ["english please"]))).toBe("request.refused")
  })
})
