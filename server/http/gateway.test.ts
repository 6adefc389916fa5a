import { createServer, type RequestListener, type Server } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { afterEach, describe, expect, test } from "vitest"
import { openLog } from "#server/log.ts"
import { openMetrics } from "#server/metrics.ts"
import { createGateway, type Gateway, type GatewayParts } from "./gateway.ts"
import { factsOf } from "./request-facts.ts"

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const say =
  (name: string): RequestListener =>
  (request, response) => {
    response.end(JSON.stringify({ part: name, ip: factsOf(request).ip }))
  }
const parts: GatewayParts = {
  api: say("api"),
  auth: say("auth"),
  files: {
    has: (path) => path === "/widget.js",
    send: (_, __, response) => void response.end("widget"),
  },
  pages: (request, response) => void response.end(`page ${request.headers["x-nonce"]}`),
  upgrade: () => false,
}

async function start(options: { trustedProxies?: number; publicUrl?: string } = {}) {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  servers.push(server)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const publicUrl = options.publicUrl ?? url
  const gateway: Gateway = createGateway({
    isHttps: publicUrl.startsWith("https:"),
    isDevelopment: false,
    trustedProxies: options.trustedProxies ?? 0,
    publicUrl,
    ownOrigins: new Set([publicUrl]),
    log: openLog("silent"),
    metrics: openMetrics(),
  })
  server.on("request", gateway.request)
  server.on("upgrade", gateway.upgrade)
  return { gateway, url }
}

describe("the entrance", () => {
  test("answers only that it is alive before the parts are ready, and after it was closed", async () => {
    const { gateway, url } = await start()
    for (const turn of ["before", "after"]) {
      if (turn === "after") {
        gateway.open(parts)
        gateway.close()
      }
      expect(await (await fetch(`${url}/health/live`)).text()).toBe("alive\n")
      const refused = await fetch(`${url}/api/v1/bots/demo`)
      expect(refused.status).toBe(503)
      expect(refused.headers.get("retry-after")).toBe("5")
      expect(await refused.json()).toMatchObject({ code: "server.stopping" })
    }
  })

  test("leads each address to its part", async () => {
    const { gateway, url } = await start()
    gateway.open(parts)
    const places = {
      "/api/v1/bots/x": "api",
      "/api/trpc/a.b": "api",
      "/health": "api",
      "/metrics": "api",
      "/api/auth/csrf": "auth",
    }
    for (const [path, part] of Object.entries(places))
      expect(await (await fetch(url + path)).json()).toMatchObject({ part })
    expect(await (await fetch(`${url}/widget.js`)).text()).toBe("widget")
    expect(await (await fetch(`${url}/bots`)).text()).toMatch(/^page /)
  })

  test("gives every answer a request id, and pages their own nonce each time", async () => {
    const { gateway, url } = await start()
    gateway.open(parts)
    const [one, other] = await Promise.all([fetch(`${url}/`), fetch(`${url}/`)])
    expect(one.headers.get("x-request-id")).toMatch(/^req_[\w-]{12}$/)
    expect(one.headers.get("x-request-id")).not.toBe(other.headers.get("x-request-id"))
    const nonce = (await one.text()).slice("page ".length)
    const policy = one.headers.get("content-security-policy") ?? ""
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(other.headers.get("content-security-policy")).not.toBe(policy)
  })

  test("lets nobody frame a page, and anybody frame the hosted chat", async () => {
    const { gateway, url } = await start()
    gateway.open(parts)
    const page = await fetch(`${url}/bots`)
    expect(page.headers.get("x-frame-options")).toBe("DENY")
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
    const chat = await fetch(`${url}/c/demo`)
    expect(chat.headers.get("x-frame-options")).toBeNull()
    expect(chat.headers.get("content-security-policy")).toContain("frame-ancestors *")
    expect(page.headers.get("permissions-policy")).toContain("microphone=()")
    expect(chat.headers.get("permissions-policy")).toContain("microphone=(self)")
  })

  test("says nosniff everywhere, and demands https only where the public address is https", async () => {
    const plain = await start()
    plain.gateway.open(parts)
    const secure = await start({ publicUrl: "https://b.example" })
    secure.gateway.open(parts)
    const [one, other] = await Promise.all([fetch(`${plain.url}/`), fetch(`${secure.url}/`)])
    expect(one.headers.get("x-content-type-options")).toBe("nosniff")
    expect(one.headers.get("strict-transport-security")).toBeNull()
    expect(other.headers.get("strict-transport-security")).toContain("max-age=63072000")
  })

  test("lets strangers' pages load the widget, the hosted chat and the public API, and nothing else", async () => {
    const { gateway, url } = await start()
    gateway.open(parts)
    const policyOf = async (path: string) =>
      (await fetch(url + path)).headers.get("cross-origin-resource-policy")
    for (const path of ["/widget.js", "/c/demo", "/api/v1/bots/demo"])
      expect([path, await policyOf(path)]).toEqual([path, "cross-origin"])
    for (const path of ["/", "/bots", "/api/trpc/a.b", "/api/auth/session", "/health", "/metrics"])
      expect([path, await policyOf(path)]).toEqual([path, "same-origin"])
  })

  test("nobody keeps an answer of the API that does not say so", async () => {
    const { gateway, url } = await start()
    gateway.open(parts)
    for (const path of ["/api/v1/conversations/x/messages", "/api/trpc/a.b", "/health"])
      expect((await fetch(url + path)).headers.get("cache-control")).toBe("no-store")
  })

  test("files and pages are only read: every other method is told which ones there are", async () => {
    const { gateway, url } = await start()
    gateway.open(parts)
    for (const path of ["/", "/bots", "/widget.js", "/nowhere"]) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const refused = await fetch(url + path, { method })
        expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"])
        expect(await refused.json()).toMatchObject({ code: "request.method_refused" })
      }
      const asked = await fetch(url + path, { method: "OPTIONS" })
      expect([asked.status, asked.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"])
      expect((await fetch(url + path, { method: "HEAD" })).status).toBe(200)
    }
  })
})

describe("AUTH-06 requests of other sites", () => {
  const post = (url: string, headers: Record<string, string>) =>
    fetch(url, { method: "POST", headers, body: "x" })

  test.each(["/api/trpc/orgs.delete", "/api/auth/signout", "/bots"])(
    "a change at %s from another origin is refused, whatever the origin is",
    async (path) => {
      const { gateway, url } = await start()
      gateway.open(parts)
      const foreign: Record<string, string>[] = [
        { origin: "https://evil.example" },
        { origin: "null" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
      ]
      for (const headers of foreign) {
        const refused = await post(url + path, headers)
        expect(refused.status).toBe(403)
        expect(await refused.json()).toMatchObject({ code: "request.origin_refused" })
      }
    },
  )

  test("a change from our own page, and from a program that is no browser, passes", async () => {
    const { gateway, url } = await start()
    gateway.open(parts)
    expect((await post(`${url}/api/trpc/x`, { origin: url })).status).toBe(200)
    expect((await post(`${url}/api/trpc/x`, {})).status).toBe(200)
  })

  test("the public API may be called from anywhere", async () => {
    const { gateway, url } = await start()
    gateway.open(parts)
    expect(
      (await post(`${url}/api/v1/bots/demo/conversations`, { origin: "https://shop.example" }))
        .status,
    ).toBe(200)
  })
})

describe("what a request says of itself", () => {
  const ipOf = async (url: string, forwarded: string) => {
    const answer = await fetch(`${url}/health`, { headers: { "x-forwarded-for": forwarded } })
    return (await answer.json()).ip
  }

  test("DOS-01 an address in a header counts only behind a proxy of ours, and only the proxy's own word", async () => {
    const bare = await start()
    bare.gateway.open(parts)
    expect(await ipOf(bare.url, "9.9.9.9")).toBe("127.0.0.1")
    const behind = await start({ trustedProxies: 1 })
    behind.gateway.open(parts)
    expect(await ipOf(behind.url, "6.6.6.6, 9.9.9.9")).toBe("9.9.9.9")
    expect(await ipOf(behind.url, "nonsense")).toBe("127.0.0.1")
  })

  test("INJ-03 a header named __proto__ and a path without a slash leave the process alive", async () => {
    const { gateway, url } = await start()
    gateway.open(parts)
    const { port } = new URL(url)
    const raw = (text: string) =>
      new Promise<string>((done) => {
        const socket = connect(Number(port), "127.0.0.1", () => socket.end(text))
        let answer = ""
        socket.on("data", (bytes) => {
          answer += bytes
        })
        socket.on("close", () => done(answer))
      })
    const close = "Host: x\r\nConnection: close\r\n"
    expect(
      await raw(`GET /health HTTP/1.1\r\n${close}__proto__: x\r\nconstructor: y\r\n\r\n`),
    ).toContain("200 OK")
    expect(await raw(`GET http://evil/ HTTP/1.1\r\n${close}\r\n`)).toContain("400 Bad Request")
    expect(await raw("GARBAGE\r\n\r\n")).toContain("400 Bad Request")
    expect(await raw(`GET / HTTP/1.1\r\n${close}X: ${"a".repeat(20_000)}\r\n\r\n`)).toContain("431")
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })
})
