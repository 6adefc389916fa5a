import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openStaticFiles, type StaticFiles } from "./static-files.ts"

let folder = ""
let files: StaticFiles
let server: Server
let url = ""

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "static-"))
  await mkdir(join(folder, "public", "widget"), { recursive: true })
  await writeFile(join(folder, "secret.txt"), "secret")
  await writeFile(join(folder, "public", "widget.js"), "widget()")
  await writeFile(join(folder, "public", ".hidden"), "x")
  await writeFile(join(folder, "public", "widget", "panel-a1B2c3D4.js"), "panel()")
  files = await openStaticFiles(join(folder, "public"))
  server = createServer((request, response) => {
    const path = request.url ?? ""
    if (files.has(path)) files.send(path, request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

test("a file that may change is asked for again after minutes, one with its hash in the name never", async () => {
  const widget = await fetch(`${url}/widget.js`)
  expect(widget.headers.get("content-type")).toBe("text/javascript; charset=utf-8")
  expect(widget.headers.get("cache-control")).toBe(
    "public, max-age=300, stale-while-revalidate=86400",
  )
  expect(widget.headers.get("access-control-allow-origin")).toBe("*")
  expect(await widget.text()).toBe("widget()")
  const panel = await fetch(`${url}/widget/panel-a1B2c3D4.js`)
  expect(panel.headers.get("cache-control")).toBe("public, max-age=31536000, immutable")
})

test("a client that has the file is told so without its content", async () => {
  const etag = (await fetch(`${url}/widget.js`)).headers.get("etag") ?? ""
  const again = await fetch(`${url}/widget.js`, { headers: { "if-none-match": etag } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe("")
  expect((await fetch(`${url}/widget.js`, { method: "HEAD" })).headers.get("content-length")).toBe(
    "8",
  )
})

test("no address leads out of the folder or to a hidden file", () => {
  for (const path of [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/widget/../../secret.txt",
    "/.hidden",
    "//widget.js",
    "/WIDGET.js",
    "\\..\\secret.txt",
  ])
    expect(files.has(path)).toBe(false)
})

test("a folder that is not there serves nothing", async () => {
  expect((await openStaticFiles(join(folder, "absent"))).has("/widget.js")).toBe(false)
})
