import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { modelProviders } from "#catalog/models/index.ts"
import { createOutbound } from "#server/infra/outbound/guarded.ts"
import { createModels } from "./ask-models.ts"
import type { ModelAccount, ModelQuestion } from "./port.ts"
import { anthropicFormat, openaiFormat, openStandIn } from "./tests/stand-in.ts"

const formats = { openai: openaiFormat, anthropic: anthropicFormat }
const secret = "sk-canary-4711"

describe.each(modelProviders)("$label", (provider) => {
  let standIn: Awaited<ReturnType<typeof openStandIn>>
  const outbound = createOutbound({ allow: ["127.0.0.1"] })
  const models = createModels(outbound)
  beforeEach(async () => {
    standIn = await openStandIn(formats[provider.protocol])
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
    expect(answer).toEqual({ text: "Hello there", inputTokens: 11, outputTokens: 7, isCut: false })
    expect(parts).toEqual(["Hello", " there"])
    const [asked] = standIn.asked
    expect(asked?.path).toBe(formats[provider.protocol].path)
    expect(asked?.body).toMatchObject({
      model: "m",
      max_tokens: 50,
      temperature: 0.2,
      stream: true,
    })
    const isAnthropic = provider.protocol === "anthropic"
    const key = isAnthropic ? asked?.headers["x-api-key"] : asked?.headers.authorization
    expect(key).toBe(isAnthropic ? secret : `Bearer ${secret}`)
    expect(JSON.stringify(asked?.body)).toContain("Be kind.")
  })

  it("says so when an answer was cut at its length, or will not be given", async () => {
    standIn.next({ kind: "answer", parts: ["Hel"], ends: "length" })
    expect(await ask()).toMatchObject({ text: "Hel", isCut: true })
    standIn.next({ kind: "answer", parts: [], ends: "filter" })
    expect(await failureOf(ask())).toBe("model.blocked")
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
      expect(await failureOf(ask()), body).toBe("model.broke_off")
    }
  })

  it("SEC-04 never sees its key handed on: a redirect leads nowhere with it", async () => {
    const other = await openStandIn(formats[provider.protocol])
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
