import { describe, expect, it } from "vitest"
import { fromJson, toJson } from "#basic"
import { commands } from "#basic/keywords/index.ts"
import type { OperandValue } from "#basic/vm/outcome.ts"
import { DateValue, DurationValue, type Json, type Value } from "#basic/vm/value.ts"
import { handlers } from "../index.ts"
import { readLifetime } from "../memory/read-lifetime.ts"
import { FakeStep } from "./fake-step.ts"

async function perform(
  keyword: string,
  operands: Record<string, OperandValue>,
  step = new FakeStep(),
) {
  const value = await handlers.get(keyword)!(operands, step)
  return { step, value }
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => "no failure",
    (error: { code: string }) => error.code,
  )
}

it("has a handler for every command the server performs, and for nothing else", () => {
  const names = commands.filter((command) => command.runsOn === "server").map(({ name }) => name)
  // The compiler puts the check of ALLOW ROLE, a declaration, before the first line.
  expect([...handlers.keys()].sort()).toEqual([...names, "ALLOW ROLE"].sort())
})

describe("a handler's operands", () => {
  it("arrive as their definition declares: any value as text, numeric text as a number", async () => {
    const date = new DateValue(0, 0, false)
    expect((await perform("TALK", { text: 1.5 })).step.said).toEqual(["1.5"])
    expect((await perform("TALK", { text: null })).step.said).toEqual([""])
    expect((await perform("TALK", { text: date })).step.said).toEqual(["1970-01-01"])
    expect((await perform("WAIT", { seconds: "2.5" })).step.waits).toEqual([2.5])
  })

  it("are refused with a catchable error when they do not fit", async () => {
    expect(await failureOf(perform("WAIT", { seconds: "soon" }))).toBe("basic.wrong_type")
    expect(await failureOf(perform("WAIT", { seconds: -1 }))).toBe("basic.out_of_range")
    expect(await failureOf(perform("SET LANGUAGE", { language: "<b>" }))).toBe("language.unknown")
    expect(await failureOf(perform("SET HEADER", { name: "a b", value: "x" }))).toBe(
      "http.header_refused",
    )
    expect(await failureOf(perform("SET HEADER", { name: "a", value: "x\r\nB: y" }))).toBe(
      "http.header_refused",
    )
  })
})

describe("memory", () => {
  it("keeps values of every kind and gives them back", async () => {
    const step = new FakeStep()
    const value = fromJson({ list: [1, "a", null], deep: { x: true } })
    for (const [set, get] of [
      ["SET BOT MEMORY", "GET BOT MEMORY"],
      ["SET USER MEMORY", "GET USER MEMORY"],
      ["SET SESSION", "GET SESSION"],
      ["REMEMBER", "RECALL"],
    ] as const) {
      await perform(set, { key: "k", value }, step)
      const read = await perform(get, { key: "k" }, step)
      expect(toJson(read.value as Value), get).toEqual({ list: [1, "a", null], deep: { x: true } })
    }
    expect([...step.memory.keys()]).toEqual(["bot/k", "user/k"])
  })

  it("gives null for what is not there", async () => {
    for (const keyword of ["GET BOT MEMORY", "GET USER MEMORY", "GET SESSION", "RECALL"])
      expect((await perform(keyword, { key: "nothing" })).value).toBeNull()
  })

  it("does not reach the session of another conversation", async () => {
    const foreign = { session: "cnv_2", key: "k", value: 1 }
    expect(await failureOf(perform("SET SESSION", foreign))).toBe("session.not_own")
    expect(await failureOf(perform("GET SESSION", foreign))).toBe("session.not_own")
    expect(await failureOf(perform("GET SESSION", { session: "cnv_1", key: "k" }))).toBe(
      "no failure",
    )
  })

  it("reads how long something is remembered in every way it may be written", () => {
    const day = 86_400_000
    const written: [Value, number | undefined][] = [
      ["30 days", 30 * day],
      ["5 minutes", 300_000],
      ["1 hour", 3_600_000],
      ["2 weeks", 14 * day],
      ["90 seconds", 90_000],
      ["1 year", 365 * day],
      [7, 7 * day],
      ["7", 7 * day],
      [new DurationValue(60), 60_000],
      ["forever", undefined],
      ["Permanent", undefined],
      [null, undefined],
    ]
    for (const [duration, ms] of written) expect(readLifetime(duration), String(duration)).toBe(ms)
    for (const nonsense of ["soon", "-3 days", "0", "9999999 years", "5 parsecs"])
      expect(() => readLifetime(nonsense), nonsense).toThrow("is not a length of time")
  })
})

describe("requests", () => {
  it("send an object as JSON, with the journal's key", async () => {
    const { step, value } = await perform(
      "POST",
      { url: "https://x.example/", body: fromJson({ a: 1 }) },
      Object.assign(new FakeStep(), {
        reply: { status: 201, contentType: "application/json", body: '{"id":7}' },
      }),
    )
    expect(toJson(value as Value)).toEqual({ id: 7 })
    const [request] = step.requests
    expect(request).toMatchObject({ method: "POST", url: "https://x.example/", body: '{"a":1}' })
    expect(Object.fromEntries(request!.headers)).toMatchObject({
      "content-type": "application/json",
      "idempotency-key": "jrn_1",
    })
  })

  it("carry the headers the script set, its own key and content type among them", async () => {
    const step = new FakeStep()
    await perform("SET HEADER", { name: "Authorization", value: "Bearer t" }, step)
    await perform("SET HEADER", { name: "Idempotency-Key", value: "mine" }, step)
    await perform(
      "POST",
      { url: "https://x.example/", body: "<a/>", contentType: "text/xml" },
      step,
    )
    expect(Object.fromEntries(step.requests[0]!.headers)).toMatchObject({
      authorization: "Bearer t",
      "idempotency-key": "mine",
      "content-type": "text/xml",
    })
    await perform("CLEAR HEADERS", {}, step)
    await perform("GET", { url: "https://x.example/" }, step)
    expect(step.requests[1]!.headers.map(([name]) => name)).toEqual(["accept"])
  })

  it("give text for what is no JSON, null for nothing, and keep the order of keys", async () => {
    const answers: [string, string, Json][] = [
      ["text/plain", "hello", "hello"],
      ["text/html", "<p>", "<p>"],
      ["application/json", "", null],
      ["application/json", "{broken", "{broken"],
      ["text/plain", "[1,2]", [1, 2]],
      ["application/problem+json", '{"z":1,"a":2}', { z: 1, a: 2 }],
    ]
    for (const [contentType, body, expected] of answers) {
      const step = Object.assign(new FakeStep(), { reply: { status: 200, contentType, body } })
      const { value } = await perform("GET", { url: "https://x.example/" }, step)
      expect(JSON.stringify(toJson(value as Value)), body).toBe(JSON.stringify(expected))
    }
  })

  it("fail, catchably, for an error status of any method", async () => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      const step = Object.assign(new FakeStep(), {
        reply: { status: 404, contentType: "text/plain", body: "no" },
      })
      const failed = perform(method, { url: "https://x.example/a" }, step)
      await expect(failed, method).rejects.toMatchObject({
        code: "http.answered_with_error",
        message: `${method} https://x.example/a was answered with status 404.`,
      })
    }
  })

  it("are repeated with the same key when their outcome was lost", async () => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"])
      expect((await perform(method, { url: "https://x.example/" })).step.unknown, method).toEqual([
        "same key",
      ])
  })

  it("of GET read the session and the person where the operand is no address", async () => {
    const step = new FakeStep()
    step.session.set("name", "Ana")
    step.recordAnswer = "gold"
    expect((await perform("GET", { url: "session.name" }, step)).value).toBe("Ana")
    expect((await perform("GET", { url: "session.id" }, step)).value).toBe("cnv_1")
    expect((await perform("GET", { url: "user.plan" }, step)).value).toBe("gold")
    expect(step.requests).toEqual([])
  })
})

it("says, suggests, logs and tells the model what the script asks for", async () => {
  const step = new FakeStep()
  await perform("ADD SUGGESTION", { label: "Hours" }, step)
  await perform("ADD SUGGESTION", { label: "Prices", value: "price list" }, step)
  expect(step.suggestions).toEqual([
    { label: "Hours", value: "Hours" },
    { label: "Prices", value: "price list" },
  ])
  await perform("CLEAR SUGGESTIONS", {}, step)
  expect(step.suggestions).toEqual([])
  await perform("PRINT", { text: 3 }, step)
  await perform("SYSTEM PROMPT", { text: "Be kind." }, step)
  await perform("SET CONTEXT", { name: "notice", value: "closed" }, step)
  await perform("SET CONTEXT", { value: "unnamed" }, step)
  await perform("SET LANGUAGE", { language: "pt-BR" }, step)
  expect(step.logged).toEqual(["3"])
  expect(step.systemPrompt).toBe("Be kind.")
  expect([...step.context]).toEqual([
    ["notice", "closed"],
    ["", "unnamed"],
  ])
  expect(step.language).toBe("pt-BR")
})
