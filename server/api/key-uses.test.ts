import { z } from "@hono/zod-openapi"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type KeyScope, keyScopes } from "#catalog/key-scopes.ts"
import {
  fileForm,
  type KeyRequest,
  keyBodies,
  openKeyRequests,
  packageForm,
  takesFile,
} from "#server/testing/key-requests.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"
import { keyOperations } from "./key-operations.ts"

let server: TestServer
let requests: ReturnType<typeof openKeyRequests>
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer()
  requests = openKeyRequests(server.url)
  owner = await createOwner(server, "Developers")
})
afterAll(() => server.close())

/** Every answer that succeeds has the shape that the description of its operation promises. */
async function send(method: string, address: string, request?: KeyRequest) {
  const answer = await requests.send(method, address, request)
  if (answer.status < 300) expectDescribed(method, address, answer)
  return answer
}
const ask = (...given: Parameters<typeof requests.ask>) => requests.ask(...given)

function expectDescribed(
  method: string,
  address: string,
  { status, json }: { readonly status: number; readonly json: unknown },
) {
  const [path = ""] = address.split("?")
  const operation = keyOperations.find(
    (each) =>
      each.method === method.toLowerCase() &&
      new RegExp(`^${each.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  )
  const described = operation?.responses[status]
  expect([method, path, status, described !== undefined]).toEqual([method, path, status, true])
  const content = described !== undefined && "content" in described ? described.content : {}
  const media = content?.["application/json"]
  const schema = media !== undefined && "schema" in media ? media.schema : undefined
  if (schema instanceof z.ZodType) expect(schema.safeParse(json).error?.issues).toBeUndefined()
}
const makeKey = (scopes: readonly KeyScope[] = keyScopes) =>
  owner.api.apiKeys.create.mutate({ name: "k", scopes: [...scopes] })

/** What can be repeated safely. */
const once = keyOperations.flatMap((operation) =>
  operation.request?.headers === undefined ? [] : [[operation.operationId, operation] as const],
)
const exported = async (botId: string) => {
  const { base64 } = await owner.api.packages.export.query({ botId })
  return new Uint8Array(Buffer.from(base64, "base64"))
}

describe("409 the same Idempotency-Key", () => {
  test.each(once)("%s acts once for it, and refuses another input", async (_, operation) => {
    const bot = await owner.api.bots.create.mutate({ name: "Once", template: "empty" })
    const base = await owner.api.knowledge.createBase.mutate({ botId: bot.id, name: "Once" })
    const ids = { slug: bot.slug, baseId: base.id }
    const { key } = await makeKey()
    const again = { key, headers: { "idempotency-key": "k-1" } }
    const pack = await exported(bot.id)
    const right = () =>
      operation.operationId === "importPackage" ? { ...again, body: packageForm(pack) } : again
    const first = await ask(operation, ids, right())
    const second = await ask(operation, ids, right())
    expect(first.status).toBe(201)
    expect([second.status, second.json]).toEqual([201, first.json])
    const other = takesFile(operation)
      ? { body: fileForm("Something else.") }
      : {
          body: JSON.stringify({
            ...keyBodies[operation.operationId],
            ...different[operation.operationId],
          }),
        }
    const reused = await ask(operation, ids, { ...again, ...other })
    expect([reused.status, reused.json.code]).toEqual([409, "request.key_reused"])
    // Another key of the organization has names of its own.
    const neighbour = await makeKey()
    expect((await ask(operation, ids, { ...right(), key: neighbour.key })).json).not.toEqual(
      first.json,
    )
  })

  test("what was refused can be tried again, and what is being done is not done twice", async () => {
    const { key, id } = await makeKey()
    const headers = { "content-type": "application/json", "idempotency-key": "k-2" }
    const make = (name: unknown) =>
      send("POST", "/org/bots", { key, headers, body: JSON.stringify({ name }) })
    expect((await make(7)).status).toBe(400)
    const [a, b] = await Promise.all([make("Twice"), make("Twice")])
    const statuses = [a.status, b.status].sort()
    expect(statuses[0]).toBe(201)
    expect([201, 409]).toContain(statuses[1])
    expect((await make("Twice")).status).toBe(201)
    const named = (await owner.api.bots.list.query()).filter(({ name }) => name === "Twice")
    expect(named).toHaveLength(1)
    // A process that died in the middle holds it for five minutes.
    await server.db.tenantQuery(
      [owner.orgId],
      "update api_replies set status = null where key_id = $1",
      [id],
    )
    expect((await make("Twice")).json.code).toBe("request.in_progress")
    server.clock.advance(5 * 60_000 + 1)
    expect((await make("Twice")).status).toBe(201)
    server.clock.advance(86_400_001)
    expect((await make("Another body, a day later")).status).toBe(201)
  })
})

const different: Record<string, object> = {
  createBot: { name: "Other" },
  createBase: { name: "Other" },
  publishBot: { baseRevision: 2 },
}
describe("what a key is for", () => {
  const json = { "content-type": "application/json" }

  test("createBot 201, writeFlow 200, readFlow 200, listFlows 200, publishBot 200 201, readBot 200, listBots 200, deleteBot 204", async () => {
    const { key } = await makeKey()
    const call = (method: string, address: string, body?: object) =>
      send(method, address, { key, headers: json, ...(body && { body: JSON.stringify(body) }) })
    const made = await call("POST", "/org/bots", { name: "Front desk" })
    expect([made.status, made.json.publishedVersion]).toEqual([201, null])
    const place = `/org/bots/${made.json.slug}`
    const flow = `${place}/flows/start`
    const before = (await call("GET", flow)).json
    const source = 'TALK "Hello by key"\nHEAR x\n'
    const written = await call("PUT", flow, { source, baseRevision: before.revision })
    expect([written.status, written.json]).toMatchObject([
      200,
      { name: "start", revision: before.revision + 1, isNew: false, findings: [] },
    ])
    const late = await call("PUT", flow, { source, baseRevision: before.revision })
    expect([late.status, late.json.code]).toEqual([409, "bot.draft_changed"])
    const extra = await call("PUT", `${place}/flows/orders%2Ftrack`, { source: "TALK (\n" })
    expect(extra.json).toMatchObject({ name: "orders/track", isNew: true })
    expect(extra.json.findings[0]).toMatchObject({ severity: "error", line: 1 })
    const flows = (await call("GET", `${place}/flows`)).json
    expect(flows.items.map(({ name }: { name: string }) => name)).toEqual(["start", "orders/track"])
    const publish = (baseRevision: number) =>
      call("POST", `${place}/publications`, { baseRevision })
    const refused = await publish(flows.draftRevision)
    expect([refused.status, refused.json.ok]).toEqual([200, false])
    expect(refused.json.diagnostics[0]).toMatchObject({ script: "orders/track" })
    const fixed = await call("PUT", `${place}/flows/orders%2Ftrack`, { source: 'TALK "Here"\n' })
    const published = await publish(fixed.json.draftRevision)
    expect([published.status, published.json]).toMatchObject([
      201,
      { ok: true, version: { number: 1 } },
    ])
    const spoken = await fetch(`${server.url}/api/v1/bots/${made.json.slug}/conversations`, {
      method: "POST",
    })
    expect((await spoken.json()).messages[0].text).toBe("Hello by key")
    expect((await call("GET", flow)).json.source).toBe(source)
    expect((await call("GET", place)).json.publishedVersion.number).toBe(1)
    const listed = await call("GET", "/org/bots")
    expect(listed.json.items.some(({ slug }: { slug: string }) => slug === made.json.slug)).toBe(
      true,
    )
    expect((await call("DELETE", place)).status).toBe(204)
    expect((await call("GET", place)).status).toBe(404)
    const [entry] = await server.db.tenantQuery<{ kind: string; id: string }>(
      [owner.orgId],
      "select actor_kind as kind, actor as id from audit_events where action = 'draft.saved' order by at desc limit 1",
      [],
    )
    expect(entry?.kind).toBe("api_key")
  })

  test("a flow keeps its places and its words in other languages where its steps are still there", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "Places", template: "quiz" })
    const { key } = await makeKey()
    const draft = await owner.api.bots.loadDraft.query({ botId: bot.id })
    const body = JSON.stringify({ source: `${draft.source}TALK "At the end"\n` })
    await send("PUT", `/org/bots/${bot.slug}/flows/start`, { key, headers: json, body })
    const after = await owner.api.bots.loadDraft.query({ botId: bot.id })
    expect(after.layout.stepIds.slice(0, draft.layout.stepIds.length)).toEqual(draft.layout.stepIds)
    expect(after.layout.texts).toEqual(draft.layout.texts)
  })

  test("exportPackage 200 gives what importPackage 201 makes a new bot of", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "Quiz", template: "quiz" })
    const { key } = await makeKey()
    const response = await fetch(`${server.url}/api/v1/org/bots/${bot.slug}/package`, {
      headers: { authorization: `Bearer ${key}` },
    })
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "application/zip",
    ])
    expect(response.headers.get("content-disposition")).toContain("quiz.zip")
    const bytes = new Uint8Array(await response.arrayBuffer())
    const made = await send("POST", "/org/packages", { key, body: packageForm(bytes, "Again") })
    expect([made.status, made.json.bot.name]).toEqual([201, "Again"])
    const broken = await send("POST", "/org/packages", {
      key,
      body: packageForm(bytes.slice(0, 200)),
    })
    expect([broken.status, broken.json.code]).toEqual([422, "package.unreadable"])
  })

  test("createBase 201, listBases 200, addDocument 201, listDocuments 200, getDocument 200, searchKnowledge 200, deleteDocument 204", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "Knows", template: "empty" })
    const { key } = await makeKey()
    const place = `/org/bots/${bot.slug}`
    const call = (method: string, address: string, body?: object) =>
      send(method, `${place}${address}`, {
        key,
        headers: json,
        ...(body && { body: JSON.stringify(body) }),
      })
    const base = (await call("POST", "/knowledge", { name: "Manuals" })).json
    const documents = `/knowledge/${base.id}/documents`
    const body = fileForm("The pool opens at seven in the morning.", "pool.txt")
    const added = await send("POST", `${place}${documents}`, { key, body })
    expect([added.status, added.json.title]).toEqual([201, "pool.txt"])
    const bases = (await call("GET", "/knowledge")).json.items
    expect(bases).toMatchObject([{ id: base.id, name: "Manuals", documents: 1 }])
    const one = `/documents/${added.json.id}`
    const state = async () => {
      await server.container.engine.sweep()
      return (await call("GET", one)).json.state
    }
    await expect.poll(state, { timeout: 20_000 }).toBe("ready")
    expect((await call("GET", documents)).json.items).toHaveLength(1)
    const question = { text: "When does the pool open?" }
    const found = (await call("POST", "/search", question)).json
    const panel = await owner.api.knowledge.search.query({ botId: bot.id, ...question })
    expect(found).toEqual(JSON.parse(JSON.stringify(panel)))
    expect(found.passages[0].text).toContain("seven")
    expect((await call("DELETE", one)).status).toBe(204)
    expect((await call("GET", one)).json.code).toBe("knowledge.document_not_found")
  })

  test("listConversations 200 and readMessages 200 read what was said, a page at a time", async () => {
    const { slug } = await createBot(owner.api, 'TALK "Welcome"\nHEAR x\n')
    const talk = await openRest(server.url).start(slug)
    const conversationId = talk.json.conversation.id
    const { key } = await makeKey(["recordings.read"])
    const place = `/org/bots/${slug}/conversations`
    const { status, json } = await send("GET", place, { key })
    const found = json.items.map((item: { conversationId: string }) => item.conversationId)
    expect([status, found.includes(conversationId), json.isMore]).toEqual([200, true, false])
    const read = await send("GET", `${place}/${conversationId}/messages`, { key })
    expect(read.json.items[0]).toMatchObject({ seq: 1, from: "bot", text: "Welcome" })
    const rest = await send("GET", `${place}/${conversationId}/messages?after=1000`, { key })
    expect(rest.json).toEqual({ items: [], isMore: false })
  })
})

describe("the list of keys", () => {
  test("SEC-06 shows a key once and keeps its hash, says when it was last used, and who made it", async () => {
    const { id, key } = await makeKey(["bots.read"])
    const shown = async () => (await owner.api.apiKeys.list.query()).find((each) => each.id === id)
    expect(await shown()).toMatchObject({
      ...{ name: "k", prefix: key.slice(0, 9), scopes: ["bots.read"], bots: null },
      ...{ state: "active", isYours: true, lastUsedAt: null },
    })
    await send("GET", "/org/bots", { key })
    const used = (await shown())?.lastUsedAt
    expect(used).not.toBeNull()
    server.clock.advance(60_000)
    await send("GET", "/org/bots", { key })
    expect((await shown())?.lastUsedAt).toBe(used)
    server.clock.advance(10 * 60_000)
    await send("GET", "/org/bots", { key })
    expect((await shown())?.lastUsedAt).not.toBe(used)
    await owner.api.apiKeys.rename.mutate({ keyId: id, name: "Build server" })
    await owner.api.apiKeys.revoke.mutate({ keyId: id })
    expect(await shown()).toMatchObject({ name: "Build server", state: "revoked" })
    const rows = await server.db.tenantQuery<{ row: object }>(
      [owner.orgId],
      `select to_jsonb(k) as row from api_keys k union all
       select to_jsonb(a) from audit_events a where action like 'api_key.%'`,
      [],
    )
    expect(rows.length).toBeGreaterThan(4)
    expect(JSON.stringify(rows)).not.toContain(key.slice(9))
  })

  test("a builder sees and revokes their own keys alone", async () => {
    const { id } = await makeKey()
    const builder = await createPerson(server, { in: { orgId: owner.orgId, role: "builder" } })
    const keys = builder.browser.api(owner.orgId).apiKeys
    const own = await keys.create.mutate({ name: "mine", scopes: ["bots.read"] })
    expect((await keys.list.query()).map((each) => each.id)).toEqual([own.id])
    expect(await codeOf(keys.revoke.mutate({ keyId: id }))).toBe("key.not_found")
    await keys.revoke.mutate({ keyId: own.id })
  })
})
