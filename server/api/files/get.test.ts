import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "#catalog/ids.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

const source = `WRITE "<script>alert(1)</script>" TO "page.pdf"
WRITE "<svg onload=alert(1)>" TO "picture.png"
QR CODE "x", 100, "code.png"
SEND FILE "page.pdf"
SEND FILE "picture.png"
SEND FILE "code.png", "Scan"
link = GENERATE SECURE LINK "code.png" EXPIRES 2 HOURS
TALK link
HEAR x
`
let server: TestServer
let addresses: string[] = []
let link = ""
beforeAll(async () => {
  server = await openTestServer()
  const owner = await createOwner(server)
  const { slug } = await createBot(owner.api, source)
  const { json } = await openRest(server.url).start(slug)
  addresses = json.messages.flatMap(({ file }) => (file ? [server.url + file.url] : []))
  link = json.messages.at(-1)?.text ?? ""
})
afterAll(() => server.close())

describe("200", () => {
  test("FIL-03 whatever it holds is a download: never a page, a script or a picture that runs one", async () => {
    for (const [index, address] of addresses.entries()) {
      const response = await fetch(address)
      expect(response.status).toBe(200)
      const { headers } = response
      expect(headers.get("content-disposition")).toMatch(/^attachment; filename="/)
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(headers.get("content-security-policy")).toContain("sandbox")
      expect(headers.get("content-security-policy")).toContain("default-src 'none'")
      const expected = index === 2 ? "image/png" : "application/octet-stream"
      expect(headers.get("content-type")).toBe(expected)
    }
  })

  test("a secure link opens its file", async () => {
    expect(link).toMatch(/^http.*\/api\/v1\/files\//)
    const response = await fetch(link)
    expect([response.status, (await response.bytes())[1]]).toEqual([200, 0x50])
  })
})

describe("206", () => {
  test("a player gets the part it asks for", async () => {
    const range = { headers: { range: "bytes=1-3" } }
    const response = await fetch(addresses[2]!, range)
    expect(response.status).toBe(206)
    expect(response.headers.get("content-range")).toMatch(/^bytes 1-3\/\d+$/)
    expect(await response.text()).toBe("PNG")
    expect((await fetch(addresses[2]!, { headers: { range: "bytes=999999-" } })).status).toBe(200)
  })
})

describe("404", () => {
  const withToken = (address: string, change: (parts: string[]) => string[]) => {
    const parts = address.split("/")
    parts[6] = change(parts[6]!.split(".")).join(".")
    return parts.join("/")
  }

  test("FIL-04 ISO-11 an address opens one file of one organization, for its time, and nothing else", async () => {
    const stranger = await createOwner(server)
    const bad = [
      withToken(link, ([org, , ...rest]) => [org!, newId("fil"), ...rest]),
      withToken(link, ([, ...rest]) => [stranger.orgId, ...rest]),
      withToken(link, ([org, file, , sign]) => [org!, file!, "zzzzzzzz", sign!]),
      withToken(link, ([org, file, end]) => [org!, file!, end!, "A".repeat(24)]),
      `${server.url}/api/v1/files/x/y`,
      `${server.url}/api/v1/files/..%2f..%2fetc/passwd`,
    ]
    for (const address of bad) {
      const response = await fetch(address)
      expect(response.status, address).toBe(404)
      expect(await response.text()).not.toContain("PNG")
    }
    server.clock.advance(2 * 60 * 60_000 + 1)
    expect((await fetch(link)).status).toBe(404)
    expect((await fetch(addresses[2]!)).status).toBe(200)
  })
})
