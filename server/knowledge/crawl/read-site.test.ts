import { afterAll, beforeAll, expect, test } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { createTestBot, createTestOrg } from "#db/testing/factories.ts"
import { AppError } from "#server/errors/app-error.ts"
import { openLog } from "#server/log.ts"
import { ensureSite } from "#server/records/knowledge/ensure-site.ts"
import { ensureBase } from "#server/records/knowledge/find-base.ts"
import { readSite } from "./read-site.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

const home = "https://shop.example/"
const link = (...paths: string[]) => paths.map((path) => `<a href="${path}">x</a>`).join(" ")

async function openSite(pages: Map<string, string>, maxPages = 10) {
  const orgId = await createTestOrg(db)
  const { botId } = await createTestBot(db, orgId)
  const asked: string[] = []
  const outbound = {
    request: async ({ url }: { url: string }) => {
      asked.push(url)
      const text = pages.get(url)
      if (text === undefined && url === home)
        throw new AppError("outbound.unreachable", { host: "shop.example" })
      const headers = new Map([
        ["content-type", url.endsWith(".txt") ? "text/plain" : "text/html; charset=utf-8"],
      ])
      return {
        status: text === undefined ? 404 : 200,
        headers,
        body: new TextEncoder().encode(text ?? ""),
        url,
      }
    },
  }
  const siteId = await db.withOrg(orgId, async (tx) => {
    const { id } = await ensureBase(tx, orgId, botId, "site")
    return await ensureSite(tx, orgId, id, { url: home, maxDepth: 1, maxPages, refreshHours: 24 })
  })
  const read = async () => {
    await db.tenantQuery(
      [orgId],
      "update knowledge_sites set due = clock_timestamp() where org_id = $1",
      [orgId],
    )
    await readSite({ db, outbound, log: openLog("silent") }, orgId, siteId)
  }
  const rows = <Row>(text: string) => db.tenantQuery<Row>([orgId], text, [orgId])
  const documents = () =>
    rows<{ url: string; epoch: number }>(
      "select url, epoch from knowledge_documents where org_id = $1 order by url",
    )
  return { read, rows, documents, asked }
}

test("a site is read along its links, as deep as was asked, on itself alone and within its robots.txt", async () => {
  const pages = new Map([
    ["https://shop.example/robots.txt", "User-agent: *\nDisallow: /secret"],
    [
      home,
      link(
        "/hours",
        "/secret",
        "https://other.example/",
        "/picture.png",
        "/hours#top",
        "mailto:a@x.org",
      ),
    ],
    ["https://shop.example/hours", `Nine to five. ${link("/deep")}`],
    ["https://shop.example/secret", "no"],
    ["https://shop.example/deep", "too deep"],
  ])
  const site = await openSite(pages)
  await site.read()
  expect((await site.documents()).map(({ url }) => url)).toEqual([home, `${home}hours`])
  expect(site.asked).not.toContain("https://shop.example/secret")
  expect(site.asked).not.toContain("https://other.example/")
})

test("read again, a page that changed is read anew, one that is gone goes, and the rest stays as it is", async () => {
  const pages = new Map([
    [home, link("/a", "/b")],
    [`${home}a`, "first"],
    [`${home}b`, "stays"],
  ])
  const site = await openSite(pages)
  await site.read()
  pages.set(`${home}a`, "second")
  await site.read()
  expect(await site.documents()).toEqual([
    { url: home, epoch: 0 },
    { url: `${home}a`, epoch: 1 },
    { url: `${home}b`, epoch: 0 },
  ])
  pages.set(home, link("/a"))
  await site.read()
  expect((await site.documents()).map(({ url }) => url)).toEqual([home, `${home}a`])
})

test("a site that does not answer says so, keeps what was read, and is tried again", async () => {
  const pages = new Map([[home, "hello"]])
  const site = await openSite(pages)
  await site.read()
  pages.delete(home)
  await site.read()
  const [row] = await site.rows<{ state: string; problem: string; isDue: boolean }>(
    `select state, problem, due is not null as "isDue" from knowledge_sites where org_id = $1`,
  )
  expect(row).toEqual({ state: "failed", problem: "outbound.unreachable", isDue: true })
  expect(await site.documents()).toHaveLength(1)
})

test("no more pages are kept than were asked for", async () => {
  const paths = Array.from({ length: 30 }, (_, at) => `/p${at}`)
  const pages = new Map([
    [home, link(...paths)],
    ...paths.map((path): [string, string] => [home + path.slice(1), path]),
  ])
  const site = await openSite(pages, 5)
  await site.read()
  expect(await site.documents()).toHaveLength(5)
})
