import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let botId = ""
let slug = ""
let baseId = ""

const handbook = `# Repair shop

## Opening hours

The shop is open from nine in the morning until six in the evening, Monday to Friday. On Saturday it closes at one.

## Bicycles

A flat tyre is repaired while you wait and costs twelve euros. A new chain costs thirty euros and takes a day.

## Payment

You may pay in cash or by card. Invoices are sent by e-mail and are due after two weeks.
`
const program = `HEAR question WITH "Ask"
found = THINK KB question
TALK "Found " + found.total_results + " sure " + (found.confidence > 0) + " " + found.summary
TALK "Documents " + KB DOCUMENTS COUNT + " in " + JOIN(KB LIST COLLECTIONS, ",")
ADD TO KB "Notes", "The shop dog is called Bruno."
TALK "Now " + KB DOCUMENTS COUNT
`

beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  const bot = await createBot(owner.api, program)
  ;[botId, slug] = [bot.id, bot.slug]
  baseId = (await owner.api.knowledge.createBase.mutate({ botId, name: "Handbook" })).id
})
afterAll(() => server.close())

async function upload(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  browser = owner.browser,
  place = { orgId: owner.orgId as string, botId, baseId },
) {
  const body = new FormData()
  body.set("file", new File([content], name))
  const path = `/api/dashboard/bots/${place.botId}/knowledge/${place.baseId}`
  const answer = await browser.fetch(path, {
    method: "POST",
    headers: { "x-botwright-org": place.orgId },
    body,
  })
  return { status: answer.status, json: (await answer.json()) as { id: string; code?: string } }
}
const list = () => owner.api.knowledge.documents.query({ botId, baseId })
const stateOf = async (id: string) =>
  (await list()).documents.find((document) => document.id === id)?.state
const ask = (text: string) => owner.api.knowledge.search.query({ botId, text })

test("a document is uploaded, read, cut into passages and found; what it does not say is declined", async () => {
  const { status, json } = await upload("handbook.md", handbook)
  expect(status).toBe(201)
  await expect.poll(() => stateOf(json.id), { timeout: 30_000 }).toBe("ready")
  const chunks = await owner.api.knowledge.chunks.query({ botId, documentId: json.id })
  expect(chunks.map(({ section }) => section)).toContain("Repair shop > Bicycles")
  const found = await ask("What do I pay to get a flat tyre repaired?")
  expect(found.isConfident).toBe(true)
  expect(found.passages[0]).toMatchObject({ title: "handbook.md", base: "Handbook", page: null })
  expect(found.passages[0]?.text).toContain("twelve euros")
  expect((await ask("Quanto custa uma corrente nova?")).passages[0]?.text).toContain("thirty euros")
  expect((await ask("Do you sell helicopters to Atlantis?")).isConfident).toBe(false)
  expect((await upload("again.md", handbook)).json.code).toBe("knowledge.document_known")
}, 60_000)

test("a conversation finds what the panel finds, counts documents and adds one", async () => {
  const rest = openRest(server.url)
  const { json } = await rest.start(slug)
  const said = (await rest.say(json.conversation, { text: "When do you close on Saturday?" })).json
  const texts = said.messages.map(({ text }: { text: string }) => text)
  expect(texts[0]).toMatch(/^Found [1-9]\d* sure true .*closes at one/s)
  expect(texts.slice(1)).toEqual(["Documents 1 in Handbook", "Now 2"])
  await expect
    .poll(async () => (await ask("What is the name of the dog?")).passages[0]?.text, {
      timeout: 30_000,
    })
    .toContain("Bruno")
}, 60_000)

test("what cannot be read says why, and is read again when asked to", async () => {
  const { json } = await upload("broken.pdf", "%PDF-1.7 broken")
  await expect.poll(() => stateOf(json.id), { timeout: 30_000 }).toBe("failed")
  const row = (await list()).documents.find(({ id }) => id === json.id)
  expect(row).toMatchObject({
    problem: "document.unreadable",
    problemDetail: "The PDF is broken and cannot be read.",
  })
  await owner.api.knowledge.retryDocument.mutate({ botId, documentId: json.id })
  await expect.poll(() => stateOf(json.id), { timeout: 30_000 }).toBe("failed")
  expect(
    (
      await upload(
        "film.mp4",
        new Uint8Array([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32]),
      )
    ).json.code,
  ).toBe("knowledge.type_refused")
}, 60_000)

test("deleted is gone: no passage, no vector and nothing to be found", async () => {
  const [document] = (await list()).documents.filter(({ title }) => title === "handbook.md")
  await owner.api.knowledge.deleteDocument.mutate({ botId, documentId: document!.id })
  const { passages } = await ask("What does a flat tyre cost?")
  expect(passages.some(({ text }) => text.includes("tyre"))).toBe(false)
  const rows = await server.db.tenantQuery(
    [owner.orgId],
    "select id from knowledge_chunks where document_id = $1",
    [document!.id],
  )
  expect(rows).toEqual([])
})

test("ISO-12 a search finds nothing of another organization that has the very same document, however empty one's own bases are", async () => {
  const other = await createOwner(server)
  const { id: theirBot } = await createBot(other.api, 'TALK "x"')
  const search = (text: string) => other.api.knowledge.search.query({ botId: theirBot, text })
  const question = "What is the name of the shop dog?"
  expect(await search(question)).toEqual({ passages: [], isConfident: false })
  const base = await other.api.knowledge.createBase.mutate({ botId: theirBot, name: "Notes" })
  expect((await search(question)).passages).toEqual([])
  const place = { orgId: other.orgId, botId: theirBot, baseId: base.id }
  const { json } = await upload("dog.md", "The shop dog is called Bruno.", other.browser, place)
  const found = async () => (await search(question)).passages.map(({ documentId }) => documentId)
  await expect.poll(found, { timeout: 30_000 }).toEqual([json.id])
  const ours = (await ask(question)).passages.map(({ documentId }) => documentId)
  expect(ours.length).toBeGreaterThan(0)
  expect(ours).not.toContain(json.id)
}, 60_000)

test.each(["http://127.0.0.1:1/", "http://169.254.169.254/latest/", "http://localhost/"])(
  "NET-04 the web site %s is not read: it is no part of the web",
  async (url) => {
    const known = new Set((await list()).sites.map(({ id }) => id))
    const code = await codeOf(owner.api.knowledge.addSite.mutate({ botId, baseId, url }))
    if (code === "knowledge.address_refused") return
    const stateOfSite = async () => (await list()).sites.find(({ id }) => !known.has(id))?.state
    await expect.poll(stateOfSite, { timeout: 30_000 }).toBe("failed")
  },
  60_000,
)

test("ISO-11 a stranger and a viewer change nothing, and a stranger sees nothing", async () => {
  const stranger = await createOwner(server)
  expect(await codeOf(stranger.api.knowledge.documents.query({ botId, baseId }))).toBe(
    "bot.not_found",
  )
  expect(await codeOf(stranger.api.knowledge.search.query({ botId, text: "Bruno" }))).toBe(
    "bot.not_found",
  )
  const viewer = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  expect((await upload("x.md", "# x", viewer.browser)).status).toBe(403)
})
