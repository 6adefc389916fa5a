import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"
import { forgetOwners } from "./forget-owners.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let botId = ""
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  botId = (await createBot(owner.api, 'TALK "hi"\n')).id
})
afterAll(() => server.close())

type Browser = (typeof owner)["browser"]

async function upload(
  path: string,
  content = "hello",
  { browser = owner.browser, org = owner.orgId as string, bot = botId } = {},
) {
  const body = new FormData()
  body.set("path", path)
  body.set("file", new File([content], "local name.txt"))
  const response = await send(browser, bot, org, body)
  return { status: response.status, json: await response.json() }
}
const send = (browser: Browser, bot: string, org: string, body: FormData | string) =>
  browser.fetch(`/api/dashboard/bots/${bot}/files`, {
    method: "POST",
    headers: { "x-botwright-org": org },
    body,
  })

test("a file is uploaded, listed, renamed, given out and deleted", async () => {
  const { status, json } = await upload("in/a.txt")
  expect([status, json.path, json.size, json.mimeType]).toEqual([201, "in/a.txt", 5, "text/plain"])
  const { api } = owner
  expect(await api.files.list.query({ botId })).toMatchObject([{ path: "in/a.txt" }])
  const fileId = json.id
  await api.files.rename.mutate({ botId, fileId, path: "out/b.txt" })
  const { url } = await api.files.link.query({ botId, fileId })
  expect(await (await fetch(server.url + url)).text()).toBe("hello")
  server.clock.advance(5 * 60_000 + 1)
  expect((await fetch(server.url + url)).status).toBe(404)
  await upload("other.txt")
  expect(await codeOf(api.files.rename.mutate({ botId, fileId, path: "other.txt" }))).toBe(
    "file.name_taken",
  )
  expect(await codeOf(api.files.rename.mutate({ botId, fileId, path: "../x" }))).toBe(
    "file.path_refused",
  )
  await api.files.delete.mutate({ botId, fileId })
  expect(await codeOf(api.files.delete.mutate({ botId, fileId }))).toBe("file.not_found")
  expect(await api.files.list.query({ botId })).toMatchObject([{ path: "other.txt" }])
})

test("FIL-02 a path that leads elsewhere is refused", async () => {
  for (const path of ["../x", "/etc/passwd", "a\\b", "..%2f\0", "x".repeat(301)])
    expect((await upload(path)).status, path).toBeGreaterThanOrEqual(400)
})

test("only a form with a file in it is an upload (FIL-01)", async () => {
  const poses = JSON.stringify({ file: { filepath: "/etc/passwd" }, path: "x.txt" })
  const response = await send(owner.browser, botId, owner.orgId, poses)
  expect(response.status).toBe(415)
})

test("ISO-11 nobody reads, changes or puts files of another organization's bot", async () => {
  const stranger = await createOwner(server)
  const theirs = await createBot(stranger.api, 'TALK "x"\n')
  const [file] = await owner.api.files.list.query({ botId })
  const fileId = file!.id
  const { api } = stranger
  expect(await codeOf(api.files.list.query({ botId }))).toBe("bot.not_found")
  for (const bot of [botId, theirs.id])
    expect(await codeOf(api.files.link.query({ botId: bot, fileId }))).toMatch(/not_found$/)
  const foreign = { browser: stranger.browser, org: stranger.orgId as string, bot: botId }
  expect((await upload("x.txt", "x", foreign)).status).toBe(404)
  expect((await upload("x.txt", "x", { ...foreign, org: owner.orgId })).status).toBe(404)
})

test("whoever may only look may not change files", async () => {
  const viewer = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  expect((await upload("x.txt", "x", { browser: viewer.browser })).status).toBe(403)
  const listed = await viewer.browser.api(owner.orgId).files.list.query({ botId })
  expect(listed).toHaveLength(1)
})

test("a page of another site cannot upload with somebody's cookies", async () => {
  const response = await owner.browser.fetch(`/api/dashboard/bots/${botId}/files`, {
    method: "POST",
    headers: { "x-botwright-org": owner.orgId, origin: "https://evil.example" },
    body: new FormData(),
  })
  expect(response.status).toBe(403)
})

test("a content goes from the store a day after the last file that named it, and a bot takes its own along", async () => {
  const own = await createBot(owner.api, 'TALK "x"\n')
  await upload("a.txt", "will go", { bot: own.id })
  const [blob] = await blobs("kept")
  await owner.api.bots.delete.mutate({ botId: own.id })
  const key = { orgId: owner.orgId, blobId: (await blobs("dropped")).at(-1)!.id }
  expect(blob).toBeDefined()
  expect(await server.container.files.get(key)).not.toBeNull()
  await server.container.engine.sweep()
  expect(await server.container.files.get(key)).not.toBeNull()
  await server.container.db.tenantQuery(
    [owner.orgId],
    "update blobs set due = now() where org_id = $1 and state = 'dropped'",
    [owner.orgId],
  )
  await server.container.engine.sweep()
  expect(await server.container.files.get(key)).toBeNull()
  expect(await blobs("dropped")).toEqual([])
})

test("an organization takes its contents along, also when the store did not answer at that moment", async () => {
  const gone = await createOwner(server, "Gone")
  const bot = await createBot(gone.api, 'TALK "x"\n')
  await upload("a.txt", "x", { browser: gone.browser, org: gone.orgId, bot: bot.id })
  const folder = join(server.container.env.dataDir, "files")
  expect(await readdir(folder)).toContain(gone.orgId)
  await server.container.db.tenantQuery([gone.orgId], "delete from organizations")
  expect(await forgetOwners(server.container)).toBe(1)
  expect(await readdir(folder)).not.toContain(gone.orgId)
  expect(await readdir(folder)).toContain(owner.orgId)
})

async function blobs(state: string): Promise<{ id: string }[]> {
  return await server.container.db.tenantQuery<{ id: string }>(
    [owner.orgId],
    "select id from blobs where org_id = $1 and state = $2 order by id",
    [owner.orgId, state],
  )
}
