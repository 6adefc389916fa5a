import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { openTestBrowser } from "#server/testing/test-browser.ts"
import { askAll } from "./health.ts"

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers })

describe("health", () => {
  test("says in a word that the process lives, and of each dependency whether it answers", async () => {
    expect(await (await get("/health/live")).text()).toBe("alive\n")
    expect(await (await get("/health")).json()).toMatchObject({ status: "ok" })
    const ready = await get("/health/ready")
    expect([ready.status, await ready.text()]).toEqual([
      200,
      expect.stringMatching(/^database ok \d+ ms\nfiles ok \d+ ms\nfolder ok \d+ ms\n$/),
    ])
    const json = await (await get("/health/ready", { accept: "application/json" })).json()
    expect(json).toMatchObject({
      parts: [
        { part: "database", isOk: true },
        { part: "files", isOk: true },
        { part: "folder", isOk: true },
      ],
    })
  })

  test("one dependency that does not answer does not hide the others", async () => {
    const checks = new Map([
      ["well", async () => 1],
      ["broken", async () => Promise.reject(new Error("secret detail"))],
    ])
    const lines = await askAll(checks)
    expect(lines.map(({ part, isOk }) => [part, isOk])).toEqual([
      ["well", true],
      ["broken", false],
    ])
    expect(JSON.stringify(lines)).not.toContain("secret")
  })
})

describe("metrics", () => {
  test("are for this machine, or for whoever carries the token", async () => {
    const open = await get("/metrics")
    expect(open.headers.get("content-type")).toContain("text/plain")
    expect(await open.text()).toMatch(
      /botwright_http_requests_total\{surface="api",method="GET",status="200"\} \d+/,
    )
    expect((await get("/metrics", { "x-forwarded-for": "9.9.9.9" })).status).toBe(404)
    const token = "Zk3vX9qLw7Rt2YbN8mPd4HsJc6GfAe1U"
    const guarded = await openTestServer({ env: { METRICS_TOKEN: token } })
    expect((await fetch(`${guarded.url}/metrics`)).status).toBe(404)
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(`${guarded.url}/metrics`, { headers })).status).toBe(200)
    await guarded.close()
  })
})

describe("requests that mean no good", () => {
  test("are answered in the form their client reads, and the next one is served", async () => {
    const browser = openTestBrowser(server.url)
    const post = async (path: string, body: string, type = "application/json") => {
      const answer = await browser.fetch(path, {
        method: "POST",
        body,
        headers: { "content-type": type },
      })
      const json = await answer.json()
      return [answer.status, json.error?.data.problem.code ?? json.code]
    }
    expect(await post("/api/trpc/account.signUp", "{{{")).toEqual([400, "request.malformed"])
    expect(await post("/api/trpc/account.signUp", "x".repeat(100_000))).toEqual([
      413,
      "request.too_large",
    ])
    expect(await post("/api/trpc/account.signUp", "<x/>", "text/xml")).toEqual([
      415,
      "request.type_refused",
    ])
    expect(await post("/api/trpc/no.such.thing", "{}")).toEqual([404, "request.path_unknown"])
    expect(await post("/api/trpc/bots.list", "{}")).toEqual([405, "request.method_refused"])
    expect((await get("/api/trpc/account.me")).status).toBe(401)
    expect((await get("/docs/errors/..%2f..%2fpackage.json")).status).toBe(404)
    expect((await get("/docs/errors/constructor")).status).toBe(404)
    expect((await get("/docs/constructor/__proto__.md")).status).toBe(404)
    expect((await get("/health")).status).toBe(200)
  })

  test("a body that is far too large is answered in words, announced or not, and its connection serves the next", async () => {
    const browser = openTestBrowser(server.url)
    const body = new Uint8Array(10_000_000).fill(120)
    const unannounced = () => new Blob([body]).stream()
    const post = async (init: RequestInit) => {
      const answer = await browser.fetch("/api/trpc/account.signUp", {
        method: "POST",
        headers: { "content-type": "application/json" },
        ...init,
      })
      return [answer.status, (await answer.json()).error?.data.problem.code]
    }
    const bodies = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0 ? { body } : { body: unannounced(), duplex: "half" as const },
    )
    for (const answer of await Promise.all(bodies.map(post)))
      expect(answer).toEqual([413, "request.too_large"])
  })

  test("a batch of more calls than a page makes is refused", async () => {
    const names = Array.from({ length: 21 }, () => "account.me").join(",")
    const answer = await get(`/api/trpc/${names}?batch=1&input={}`)
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })
})
