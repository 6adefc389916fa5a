import { describe, expect, it } from "vitest"
import { toJson } from "#basic"
import type { OperandValue } from "#basic/vm/outcome.ts"
import type { Value } from "#basic/vm/value.ts"
import { handlers } from "../index.ts"
import { FakeStep } from "./fake-step.ts"

async function perform(
  step: FakeStep,
  keyword: string,
  operands: Record<string, OperandValue> = {},
) {
  const value = await handlers.get(keyword)!(operands, step)
  return toJson((value ?? null) as Value)
}

describe("what the assistant of a conversation works with", () => {
  it("is changed by commands: knowledge, sites, tools, model, answers, looks", async () => {
    const step = new FakeStep()
    await perform(step, "USE KB", { name: "prices.gbkb" })
    await perform(step, "USE KB", { name: "PRICES" })
    await perform(step, "USE KB", { name: "hours" })
    await perform(step, "USE WEBSITE", { site: "https://a.example/", refresh: "1w" })
    await perform(step, "USE WEBSITE", { site: "https://a.example/", refresh: "1d" })
    await perform(step, "USE WEBSITE", { site: "https://a.example/" })
    await perform(step, "ADD TOOL", { name: "find-order.bas", protocol: "MCP" })
    await perform(step, "ADD TOOL", { name: "cancel" })
    await perform(step, "USE MODEL", { model: "fast" })
    await perform(step, "SET MODEL ROUTING", { strategy: "Load Balanced" })
    await perform(step, "SET ANSWER MODE", { mode: "SQL" })
    await perform(step, "ADD SWITCHER", { id: "tables", label: "As tables" })
    await perform(step, "CHANGE THEME", { theme: "dark" })
    expect(step.assistant).toEqual({
      knowledge: ["PRICES", "hours"],
      websites: [{ url: "https://a.example/", refresh: "1d" }],
      tools: [
        { name: "find-order", isMcp: true },
        { name: "cancel", isMcp: false },
      ],
      bots: [],
      switchers: [{ id: "tables", label: "As tables" }],
      model: "fast",
      modelRouting: "load-balanced",
      answerMode: "sql",
      theme: "dark",
      usedTokens: 0,
    })
    expect(await perform(step, "LIST TOOLS")).toEqual(["find-order", "cancel"])
    expect(await perform(step, "GET CURRENT MODEL")).toBe("fast")
    expect(await perform(step, "CLEAR KB", { name: "prices" })).toBe(true)
    expect(await perform(step, "CLEAR KB", { name: "prices" })).toBe(false)
    expect(await perform(step, "CLEAR KB")).toBe(true)
    expect(await perform(step, "REMOVE TOOL", { name: "cancel" })).toBe(true)
    for (const keyword of ["CLEAR WEBSITES", "CLEAR TOOLS", "CLEAR SWITCHERS"])
      await perform(step, keyword)
    expect(step.assistant).toMatchObject({ knowledge: [], websites: [], tools: [], switchers: [] })
  })

  it("has helper bots in their order", async () => {
    const step = new FakeStep()
    await perform(step, "ADD BOT", { name: "billing", triggers: "invoice, payment;bill" })
    await perform(step, "CREATE SWARM", { name: "team", bots: "legal, sales" })
    await perform(step, "SET BOT PRIORITY", { name: "Sales", priority: 0 })
    expect(await perform(step, "REMOVE BOT", { name: "legal" })).toBe(true)
    expect(await perform(step, "LIST BOTS")).toEqual([
      { name: "sales", triggers: [], tools: [], schedule: null, priority: 0 },
      {
        name: "billing",
        triggers: ["invoice", "payment", "bill"],
        tools: [],
        schedule: null,
        priority: 1,
      },
    ])
    await expect(
      perform(step, "SET BOT PRIORITY", { name: "x", priority: 1 }),
    ).rejects.toMatchObject({
      code: "assistant.bot_unknown",
    })
  })

  it("refuses what is no name, no word and too much, catchably", async () => {
    const step = new FakeStep()
    const refused: [string, Record<string, OperandValue>, string][] = [
      ["USE KB", { name: " " }, "assistant.name_refused"],
      ["USE KB", { name: "x".repeat(201) }, "assistant.name_refused"],
      ["USE WEBSITE", { site: "javascript:alert(1)" }, "assistant.address_refused"],
      ["USE WEBSITE", { site: "https://a.example/", refresh: "often" }, "assistant.word_unknown"],
      ["SET ANSWER MODE", { mode: "magic" }, "assistant.word_unknown"],
      ["SET MODEL ROUTING", { strategy: "" }, "assistant.word_unknown"],
    ]
    for (const [keyword, operands, code] of refused)
      await expect(perform(step, keyword, operands), keyword).rejects.toMatchObject({ code })
    for (let count = 0; count < 100; count++) await perform(step, "ADD TOOL", { name: `t${count}` })
    await expect(perform(step, "ADD TOOL", { name: "one more" })).rejects.toMatchObject({
      code: "assistant.too_many",
    })
  })

  it("offers a tool as a button", async () => {
    const step = new FakeStep()
    await perform(step, "ADD SUGGESTION TOOL", { tool: "find-order.bas", label: "My order" })
    expect(step.suggestions).toEqual([{ label: "My order", value: "tool:find-order" }])
  })
})

describe("a command whose service has no adapter", () => {
  it.each([
    ["IMAGE", { prompt: "a" }, "image-generator-model"],
    ["DETECT FACES", { image: "a" }, "face-api-provider"],
    ["RUN PYTHON", { code: "a" }, "sandbox-runtime"],
    ["POST TO", { platform: "TIKTOK", image: "a", caption: "b" }, "tiktok-access-token"],
    ["WEATHER", { place: "Lisbon" }, "weather-api-key"],
  ])("%s fails, catchably, with the name of its setting", async (keyword, operands, setting) => {
    await expect(perform(new FakeStep(), keyword, operands)).rejects.toMatchObject({
      code: "service.not_set_up",
      message: `${keyword} needs a service that is not set up for this bot: its setting ${setting} is empty.`,
    })
  })
})

describe("WEATHER and FORECAST", () => {
  const ask = async (
    keyword: string,
    body: object,
    operands: Record<string, OperandValue> = {},
  ) => {
    const step = new FakeStep()
    step.settingValues.set("weather-api-key", "k1")
    step.language = "pt-BR"
    step.reply = { status: 200, contentType: "application/json", body: JSON.stringify(body) }
    const value = await perform(step, keyword, { place: "Lisbon", ...operands })
    return { value, url: step.requests[0]?.url }
  }

  it("say the weather in the language of the conversation, with the bot's own key", async () => {
    const now = {
      name: "Lisboa",
      weather: [{ description: "chuva fraca" }],
      main: { temp: 16.6, humidity: 80 },
      wind: { speed: 5.2 },
    }
    expect(await ask("WEATHER", now)).toEqual({
      value: "Lisboa: chuva fraca, 17 °C, humidity 80 %, wind 5 m/s",
      url: "https://api.openweathermap.org/data/2.5/weather?q=Lisbon&units=metric&lang=pt&appid=k1",
    })
    expect((await ask("WEATHER", { strange: true })).value).toBe(": ")
  })

  it("give a line for each day", async () => {
    const entry = (day: string, temp: number, description: string) => ({
      ...{ dt_txt: `${day} 12:00:00`, main: { temp }, weather: [{ description }] },
    })
    const list = [
      entry("2025-03-01", 9.2, "rain"),
      entry("2025-03-01", 17, "rain"),
      entry("2025-03-01", 12, "sun"),
      entry("2025-03-02", 11, "sun"),
      entry("2025-03-03", 11, "sun"),
    ]
    const { value } = await ask("FORECAST", { city: { name: "Lisbon" }, list }, { days: 2 })
    expect(value).toBe("Lisbon\n2025-03-01: 9 to 17 °C, rain\n2025-03-02: 11 to 11 °C, sun")
  })
})

describe("an answer of another service", () => {
  it("that nests deeper than values may is taken as text, so that it cannot break the turn", async () => {
    for (const depth of [101, 200_000]) {
      const step = new FakeStep()
      const body = `${"[".repeat(depth)}${"]".repeat(depth)}`
      step.reply = { status: 200, contentType: "application/json", body }
      expect(await perform(step, "GET", { url: "https://x.example/" })).toBe(body)
    }
  })
})

describe("an address without a host", () => {
  it("is a path of the service the bot's settings name", async () => {
    const step = new FakeStep()
    await expect(perform(step, "GET", { url: "/api/orders" })).rejects.toThrow(
      "its setting http-base-url is empty",
    )
    step.settingValues.set("http-base-url", "https://shop.example/v2/")
    await perform(step, "POST", { url: "/api/orders", body: "x" })
    expect(step.requests.map(({ url }) => url)).toEqual(["https://shop.example/v2/api/orders"])
  })
})
