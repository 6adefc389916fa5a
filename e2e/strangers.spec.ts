/** What a stranger's tools get from the pages: right answers to odd questions, and nothing that leads away. */
import { request as sendRaw } from "node:http"
import { expect, test } from "@playwright/test"

const origin = process.env.BASE_URL ?? ""

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
}

/** Sends an address as it stands: `fetch` would tidy it up first. */
function ask(path: string, method = "GET", headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  return new Promise((done, fail) => {
    sendRaw({ hostname, port, path, method, headers }, (response) => {
      response.resume()
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers }),
      )
    })
      .on("error", fail)
      .end()
  })
}

test("AUTH-04 no address of ours leads to another site", async () => {
  for (const path of [
    "//evil.example",
    "//evil.example/..%2f",
    "///evil.example/a",
    "/\\evil.example",
    "/%5cevil.example/",
    "/%2fevil.example/",
    "/.//evil.example/",
    "/%2e%2e//evil.example/",
    "/%09/evil.example/",
    "/bots/?next=//evil.example",
  ]) {
    const { status, headers } = await ask(path)
    expect(status, path).toBeLessThan(500)
    const target = new URL(String(headers.location ?? "/"), `${origin}/`)
    expect(target.origin, path).toBe(origin)
  }
})

test("FIL-02 no address reads a file that is not meant to be read", async () => {
  for (const path of [
    "/_next/static/../../package.json",
    "/_next/static/%2e%2e/%2e%2e/package.json",
    "/_next/static/..%5c..%5cpackage.json",
    "/.env",
    "/.git/config",
    "/package.json",
    "/server/main.ts",
    "/.data/secrets.json",
    "/widget/..%2f..%2fpackage.json",
    "/widget.js%00.png",
    "/docs/guides/..%2f..%2fpackage",
    "/c/..%2f..%2fetc%2fpasswd",
    "/_next/image?url=http://169.254.169.254/latest&w=64&q=75",
    "/_next/image?url=%2F..%2Fpackage.json&w=64&q=75",
  ])
    expect([path, (await ask(path)).status >= 400]).toEqual([path, true])
})

test("odd addresses, many cookies and strange headers are answered, never with an error of ours", async () => {
  const cookies = Array.from({ length: 400 }, (_, at) => `c${at}=${"x".repeat(20)}`).join("; ")
  const strange = { cookie: `${cookies}; __proto__=1`, ["__proto__"]: "x", constructor: "y" }
  for (const path of ["/", "/sign-in", "/c/demo", "/bots", "/nowhere", "/docs"]) {
    expect([path, (await ask(path, "GET", strange)).status < 500]).toEqual([path, true])
    expect([path, (await ask(path, "HEAD")).status < 500]).toEqual([path, true])
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "PROPFIND", "TRACE"])
      expect([path, method, (await ask(path, method)).status]).toEqual([path, method, 405])
  }
  for (const path of ["/c/%E0%A4%A", "/%", "/%zz"]) expect((await ask(path)).status).toBe(400)
})

test("what never changes is kept for ever, pages are never kept, and nobody is told what runs here", async ({
  page,
}) => {
  const assets: string[] = []
  page.on("response", (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith("/_next/static/")) assets.push(pathname)
  })
  await page.goto("/c/demo")
  await expect(page.getByText("What is your name?")).toBeVisible()
  expect(assets).toEqual([])
  await page.goto("/sign-in")
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  const panel = /panel-[\w-]+\.js/.exec(await (await fetch(`${origin}/widget.js`)).text())
  assets.push(`/widget/${panel?.[0]}`)
  expect(assets.length).toBeGreaterThan(5)
  for (const path of assets)
    expect([path, (await ask(path)).headers["cache-control"]]).toEqual([
      path,
      "public, max-age=31536000, immutable",
    ])
  const widget = await ask("/widget.js")
  expect(widget.headers["cache-control"]).toMatch(/^public, max-age=300\b/)
  expect(widget.headers["access-control-allow-origin"]).toBe("*")
  for (const path of ["/", "/sign-in", "/bots", "/c/demo", "/health", "/api/auth/session"]) {
    const { headers } = await ask(path)
    expect([path, headers["cache-control"]]).toEqual([path, expect.stringContaining("no-store")])
    expect([headers.server, headers["x-powered-by"]]).toEqual([undefined, undefined])
  }
})
