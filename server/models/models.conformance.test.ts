import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { modelProviders } from "#catalog/models/index.ts"
import { createOutbound } from "#server/infra/outbound/guarded.ts"
import { createModels } from "./ask-models.ts"
import type { ModelAccount, ModelQuestion } from "./port.ts"
import { formatOf, openStandIn } from "./tests/stand-in.ts"

const secret = "sk-canary-4711"

describe.each(modelProviders)("$label", (provider) => {
  let standIn: Awaited<ReturnType<typeof openStandIn>>
  const outbound = createOutbound({ allow: ["127.0.0.1"] })
  let models = createModels(outbound)
  beforeEach(async () => {
    models = createModels(outbound)
    standIn = await openStandIn(formatOf(provider))
  })
  afterEach(() => standIn.close())

  const ask = (more: Partial<ModelQuestion> = {}, account: Partial<ModelAccount> = {}) =>
    models.ask(
      { provider, url: standIn.url, key: secret, ...account },
      {
        ...{ model: "m", system: "Be kind.", messages: [{ role: "user", text: "Hi?" }] },
        ...{ maxOutputTokens: 50, temperature: 0.2, timeoutMs: 5_000, ...more },
      },
    )
  const failureOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => null,
      (thrown: Error & { code: string }) => thrown,
    )
    expect(error?.message).toMatch(/^\S.+\.$/)
    expect(error?.message).not.toContain("canary")
    return error?.code
  }

  it("is asked in its own format, with its own key, and its answer comes part by part", async () => {
    const parts: string[] = []
    const answer = await ask({ onText: (part) => parts.push(part) })
    expect(answer).toEqual({
      ...{ text: "Hello there", calls: [], isCut: false },
      ...{ inputTokens: 11, cachedTokens: 0, outputTokens: 7 },
    })
    expect(parts).toEqual(["Hello", " there"])
    const [asked] = standIn.asked
    expect(asked?.path).toBe(formatOf(provider).path)
    const isGoogle = provider.protocol === "google"
    expect(asked?.body).toMatchObject(
      isGoogle
        ? { generationConfig: { maxOutputTokens: 50, temperature: 0.2 } }
        : { model: "m", max_tokens: 50, temperature: 0.2, stream: true },
    )
    const headers = asked?.headers ?? {}
    const keys = {
      openai: headers.authorization?.replace("Bearer ", ""),
      anthropic: headers["x-api-key"],
      google: headers["x-goog-api-key"],
    }
    expect(keys[provider.protocol]).toBe(secret)
    expect(JSON.stringify(asked?.body)).toContain("Be kind.")
  })

  it("may keep what it has read of the instructions: they begin every question alike, and Anthropic's format says where they end", async () => {
    const system = "Be kind. ".repeat(400)
    await ask({ system })
    await ask({ system, messages: [{ role: "user", text: "And now?" }] })
    const [first = {}, second = {}] = standIn.asked.map(({ body }) => body)
    const begins = ({ system: own, messages, systemInstruction }: Record<string, unknown>) =>
      JSON.stringify(own ?? systemInstruction ?? (messages as unknown[])[0])
    expect(begins(second)).toBe(begins(first))
    expect(begins(first)).toContain("Be kind. Be kind.")
    // The services of the other formats keep equal beginnings by themselves.
    const hint = { type: "text", cache_control: { type: "ephemeral" } }
    if (provider.protocol === "anthropic") expect(first.system).toMatchObject([hint])
    else expect(JSON.stringify(first)).not.toContain("cache_control")
  })

  it("says so when an answer was cut at its length, or will not be given", async () => {
    standIn.next({ kind: "answer", parts: ["Hel"], ends: "length" })
    expect(await ask()).toMatchObject({ text: "Hel", isCut: true })
    standIn.next({ kind: "answer", parts: [], ends: "filter" })
    // Mistral has no word for it.
    const blocked = provider.id === "mistral" ? "model.broke_off" : "model.blocked"
    expect(await failureOf(ask())).toBe(blocked)
  })

  it("is offered tools, asks for several at once, and is told what they gave", async () => {
    const calls = [
      { name: "find-order", arguments: { number: 7 } },
      { name: "find-order", arguments: { number: 8 } },
    ]
    standIn.next({ kind: "call", calls })
    const schema = { type: "object", properties: { number: { type: "integer" } } }
    const tools = [{ name: "find-order", description: "Finds an order.", schema }]
    const first = await ask({ tools })
    expect(first.calls).toMatchObject(calls)
    expect(new Set(first.calls.map(({ id }) => id)).size).toBe(2)
    expect(JSON.stringify(standIn.asked[0]?.body)).toContain("Finds an order.")
    const results = first.calls.map(({ id, name }, index) => ({
      ...{ id, name, text: `result-${index}`, isError: index === 1 },
    }))
    const messages = [
      { role: "user", text: "Where are they?" },
      { role: "assistant", text: "", calls: first.calls },
      { role: "tool", results },
    ] as const
    expect((await ask({ tools, messages })).text).toBe("Hello there")
    const told = JSON.stringify(standIn.asked[1]?.body)
    expect(told).toContain("result-0")
    expect(told).toContain("result-1")
  })

  it("is told the shape of an answer in its own way, and what does not fit comes as it is", async () => {
    const schema = {
      ...{ type: "object", properties: { size: { type: "integer" } }, required: ["size"] },
      additionalProperties: false,
    }
    standIn.next({ kind: "answer", parts: ['{"si', 'ze":3}'] })
    expect((await ask({ schema })).text).toBe('{"size":3}')
    const told = standIn.asked[0]?.body ?? {}
    const place = {
      openai: told.response_format,
      anthropic: told.output_config ?? told.output_format ?? told.tools,
      google: told.generationConfig,
    }
    expect(JSON.stringify(place[provider.protocol])).toMatch(/size|json/)
    expect((await ask({ schema })).text).toBe("Hello there")
  })

  it("is shown a picture", async () => {
    const pictures = [{ bytes: Uint8Array.from([0xff, 0xd8, 0xff, 1]), mimeType: "image/jpeg" }]
    await ask({ messages: [{ role: "user", text: "What is it?", pictures }] })
    const told = JSON.stringify(standIn.asked[0]?.body)
    expect(told).toContain("/9j/AQ==")
    expect(told).toContain("What is it?")
  })

  it("leaves a service that fails again and again alone for a while", async () => {
    const own = createModels(outbound)
    const url = "http://127.0.0.1:1/v1"
    const question = { model: "m", system: null, messages: [], maxOutputTokens: 1 }
    const fail = () =>
      failureOf(
        own.ask(
          { provider, url, key: secret },
          {
            ...{ ...question, messages: [{ role: "user", text: "Hi?" }] },
            temperature: null,
            timeoutMs: 2_000,
          },
        ),
      )
    for (let count = 0; count < 4; count++) expect(await fail()).toBe("model.unreachable")
    await expect(
      own.ask(
        { provider, url, key: secret },
        {
          ...{ ...question, messages: [{ role: "user", text: "Hi?" }] },
          temperature: null,
          timeoutMs: 2_000,
        },
      ),
    ).rejects.toThrow("left alone for a moment")
    // Another key is another account.
    await expect(ask({}, { key: "sk-other" })).resolves.toMatchObject({ text: "Hello there" })
  })

  it("is asked once more when it is busy, and only when that is soon", async () => {
    standIn.next({ kind: "status", status: 429, retryAfter: "0" })
    expect((await ask()).text).toBe("Hello there")
    expect(standIn.asked).toHaveLength(2)
    standIn.next({ kind: "status", status: 503, retryAfter: "60" })
    expect(await failureOf(ask())).toBe("model.busy")
    expect(standIn.asked).toHaveLength(3)
    standIn.next({ kind: "status", status: 429, retryAfter: "0" })
    standIn.next({ kind: "status", status: 429, retryAfter: "0" })
    expect(await failureOf(ask())).toBe("model.busy")
  })

  it("SEC-04 tells a refusal by its status, and nothing of what it repeats", async () => {
    for (const status of [400, 401, 403, 404, 422]) {
      standIn.next({ kind: "status", status })
      expect(await failureOf(ask())).toBe("model.refused")
    }
    expect(standIn.asked).toHaveLength(5)
  })

  it("fails in words when it breaks off, hangs, or answers with something else", async () => {
    standIn.next({ kind: "cut" }, { kind: "unfinished" })
    expect(await failureOf(ask())).toMatch(/^model\.(unreachable|broke_off)$/)
    expect(await failureOf(ask())).toBe("model.broke_off")
    standIn.next({ kind: "hang" })
    expect(await failureOf(ask({ timeoutMs: 200 }))).toBe("model.timed_out")
    const others = [
      ["<p>Hello", "text/html"],
      ["data: {broken\n\n", "text/event-stream"],
      ["{}", "application/json"],
      ["", "text/event-stream"],
    ] as const
    for (const [body, type] of others) {
      standIn.next({ kind: "garbage", body, type })
      // Each on an account of its own: one that fails again and again would be left alone.
      expect(await failureOf(ask({}, { key: `${secret}-${body.length}` })), body).toBe(
        "model.broke_off",
      )
    }
  })

  it("SEC-04 never sees its key handed on: a redirect leads nowhere with it", async () => {
    const other = await openStandIn(formatOf(provider))
    standIn.next({ kind: "redirect", to: `${other.url}/steal` })
    await ask().catch(() => null)
    expect(JSON.stringify(other.asked)).not.toContain("canary")
    other.close()
  })

  it("NET-04 is not reached inside the network unless whoever runs the server allows it", async () => {
    const guarded = createOutbound({ allow: [] })
    const account = { provider, url: standIn.url, key: secret }
    const question = { model: "m", system: null, messages: [], maxOutputTokens: 1 }
    const refused = createModels(guarded).ask(account, {
      ...{ ...question, messages: [{ role: "user", text: "Hi?" }], temperature: null },
      timeoutMs: 5_000,
    })
    expect(await failureOf(refused)).toBe("model.unreachable")
    expect(standIn.asked).toEqual([])
    await guarded.close()
  })
})
