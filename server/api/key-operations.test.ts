import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "#catalog/ids.ts"
import { type KeyScope, keyScopes } from "#catalog/key-scopes.ts"
import { roles } from "#catalog/permissions.ts"
import { createTenant, type TestTenant } from "#server/testing/create-tenant.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createOwner, createPerson } from "#server/testing/people.ts"
import { keyOperations } from "./key-operations.ts"
import type { Operation } from "./operation.ts"

let server: TestServer
let one: TestTenant
let two: TestTenant
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer({ env: { RATE_LIMIT_FACTOR: "10" } })
  one = await createTenant(server, "canary-one")
  two = await createTenant(server, "canary-two")
  owner = await createOwner(server, "Developers")
})
afterAll(() => server.close())

/** Bodies that are right for each operation that takes one. */
const bodies: Record<string, object> = {
  createBot: { name: "By key" },
  writeFlow: { source: 'TALK "x"\n' },
  publishBot: { baseRevision: 1 },
  createBase: { name: "Manuals" },
  searchKnowledge: { text: "What is it?" },
}
const takesFile = (operation: Operation) =>
  operation.operationId === "importPackage" || operation.operationId === "addDocument"
const isOnce = ({ request }: Operation) => request?.headers !== undefined

/** The address of an operation with the ids of a tenant in it. */
const addressOf = ({ path }: Operation, ids: TestTenant["ids"]): string =>
  path
    .replace("{bot}", ids.slug ?? "")
    .replace("{flow}", "start")
    .replace("{base}", ids.baseId ?? "")
    .replace("{document}", ids.documentId ?? "")
    .replace("{conversation}", ids.conversationId ?? "")

const fileForm = (text = "Opening hours: nine to five.", name = "hours.txt") => {
  const form = new FormData()
  form.set("file", new File([text], name))
  return form
}

interface Sent {
  readonly key?: string
  readonly headers?: Record<string, string>
  readonly body?: RequestInit["body"]
}

async function send(method: string, address: string, { key, headers = {}, body }: Sent = {}) {
  const response = await fetch(`${server.url}/api/v1${address}`, {
    method: method.toUpperCase(),
    headers: { ...(key !== undefined && { authorization: `Bearer ${key}` }), ...headers },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get("content-type") ?? "")
  const json = isJson ? JSON.parse(text) : null
  return { status: response.status, headers: response.headers, text, json }
}

/** Asks for an operation with a right input. */
function ask(operation: Operation, ids: TestTenant["ids"], sent: Sent = {}) {
  const { method, operationId } = operation
  const json = bodies[operationId]
  const right: Sent = takesFile(operation)
    ? { body: fileForm() }
    : json === undefined
      ? {}
      : { body: JSON.stringify(json), headers: { "content-type": "application/json" } }
  const headers = { ...right.headers, ...sent.headers }
  return send(method, addressOf(operation, ids), { ...right, ...sent, headers })
}

const makeKey = async (
  scopes: readonly KeyScope[] = keyScopes,
  options: { botIds?: string[]; days?: number | null } = {},
) => owner.api.apiKeys.create.mutate({ name: "k", scopes: [...scopes], ...options } as never)

const each = keyOperations.map((operation) => [operation.operationId, operation] as const)

describe("401", () => {
  test.each(each)("%s asks for a key, and a session is none", async (_, operation) => {
    const none = await ask(operation, one.ids)
    expect([none.status, none.json.code]).toEqual([401, "key.missing"])
    const path = `/api/v1${addressOf(operation, one.ids)}`
    const headers = { "x-botwright-org": one.orgId }
    const person = await one.send(path, { method: operation.method.toUpperCase(), headers })
    expect(person.status).toBe(401)
  })

  test("AUTH-02 keys that are guessed, cut off, written otherwise or revoked all open nothing, and guessing is slowed down", async () => {
    const { id, key } = await makeKey()
    const guesses = [`bw_${"x".repeat(43)}`, key.slice(0, -1), key.toUpperCase(), `${key}x`]
    for (const guess of [...guesses, one.ids.token ?? "", two.ids.keyId ?? ""]) {
      const { status, json } = await send("GET", "/org/bots", { key: guess })
      expect([status, json.code]).toEqual([401, "key.refused"])
    }
    expect((await send("GET", "/org/bots", { key })).status).toBe(200)
    await owner.api.apiKeys.revoke.mutate({ keyId: id })
    expect((await send("GET", "/org/bots", { key })).json.code).toBe("key.refused")
    await owner.api.apiKeys.list.query()
    for (let at = 0; at < 300; at++)
      await server.container.limits.consume("keyPerIp", "127.0.0.1", {
        points: 300,
        windowSeconds: 900,
      })
    const slowed = await send("GET", "/org/bots", { key: guesses[0] })
    expect([slowed.status, slowed.json.code]).toEqual([429, "request.too_many"])
    await server.container.limits.clear("keyPerIp", "127.0.0.1")
  })

  test("a key ends with its time, and with its maker's membership, at once", async () => {
    const { key } = await makeKey(keyScopes, { days: 1 })
    const builder = await createPerson(server, { in: { orgId: owner.orgId, role: "builder" } })
    const theirs = await builder.browser
      .api(owner.orgId)
      .apiKeys.create.mutate({ name: "of a builder", scopes: ["bots.read"], days: null })
    const call = (which: string) => send("GET", "/org/bots", { key: which })
    expect([(await call(key)).status, (await call(theirs.key)).status]).toEqual([200, 200])
    await owner.api.orgs.removeMember.mutate({ userId: builder.userId })
    expect((await call(theirs.key)).json.code).toBe("key.refused")
    server.clock.advance(86_400_001)
    expect((await call(key)).json.code).toBe("key.refused")
  })
})

describe("403", () => {
  test.each(each)("RBAC-04 %s is closed to a key without its permission", async (_, operation) => {
    const permission = operation["x-permission"]
    const { key } = await makeKey(keyScopes.filter((scope) => scope !== permission))
    const { status, json } = await ask(operation, one.ids, { key })
    expect([status, json.code]).toEqual([403, "key.scope_missing"])
    expect(json.detail).toContain(permission)
  })

  test("RBAC-04 RBAC-03 a key never does what the role of its maker may not, from the moment the role changes", async () => {
    const member = await createPerson(server, { in: { orgId: owner.orgId, role: "admin" } })
    const scopes: KeyScope[] = ["bots.read", "bots.create", "bots.delete"]
    const { key } = await member.browser
      .api(owner.orgId)
      .apiKeys.create.mutate({ name: "of an admin", scopes })
    const outcomes: Record<string, string[]> = {}
    for (const role of roles.toReversed()) {
      await owner.api.orgs.setRole.mutate({ userId: member.userId, role })
      const made = await send("POST", "/org/bots", {
        ...{ key, body: JSON.stringify({ name: role }) },
        headers: { "content-type": "application/json" },
      })
      const gone = await send("DELETE", "/org/bots/nobody", { key })
      outcomes[role] = [made, gone].map(({ status, json }) => `${status} ${json.code ?? "ok"}`)
    }
    expect(outcomes).toEqual({
      viewer: ["403 permission.denied", "403 permission.denied"],
      builder: ["201 ok", "403 permission.denied"],
      admin: ["201 ok", "404 bot.not_found"],
      owner: ["201 ok", "404 bot.not_found"],
    })
  })

  test("a person hands a key nothing they may not do, and a viewer makes none", async () => {
    const codes: string[] = []
    for (const role of ["builder", "viewer"] as const) {
      const person = await createPerson(server, { in: { orgId: owner.orgId, role } })
      const keys = person.browser.api(owner.orgId).apiKeys
      const made = keys.create.mutate({ name: "too much", scopes: ["bots.read", "bots.delete"] })
      codes.push(await codeOf(made))
    }
    expect(codes).toEqual(["permission.denied", "permission.denied"])
  })
})

describe("404", () => {
  const named = each.filter(([, { path }]) => path.includes("{"))

  test.each(named)("ISO-01 %s opens nothing of another organization", async (_, operation) => {
    const { status, text, json } = await ask(operation, two.ids, { key: one.ids.key })
    expect([status, json.code]).toEqual([404, "bot.not_found"])
    // What was asked for is told back; nothing else of it is known.
    expect(text.replaceAll(two.ids.slug ?? "", "")).not.toContain("canary-two")
    const nobody = await ask(operation, { ...two.ids, slug: "nobody" }, { key: one.ids.key })
    expect([nobody.status, nobody.json.code]).toEqual([status, json.code])
  })

  test.each(named)("ISO-05 %s knows a bot by its public name alone", async (_, operation) => {
    const ids = { ...one.ids, slug: one.ids.botId ?? "" }
    expect((await ask(operation, ids, { key: one.ids.key })).status).toBe(404)
  })

  test.each(named.filter(([, { path }]) => /\{(base|document|conversation)\}/.test(path)))(
    "ISO-02 %s finds what belongs to another bot or organization under none of one's own",
    async (_, operation) => {
      for (const ids of [
        { ...two.ids, slug: one.ids.slug ?? "" },
        {
          ...one.ids,
          baseId: newId("kbs"),
          documentId: newId("doc"),
          conversationId: newId("cnv"),
        },
        { ...one.ids, baseId: "x' or 1=1 --", documentId: "..%2f", conversationId: "1" },
      ]) {
        const { status, text } = await ask(operation, ids, { key: one.ids.key })
        expect(status).toBe(404)
        expect(text).not.toContain("canary-two")
      }
    },
  )

  test.each(each)(
    "%s keeps a key that is limited to some bots within them",
    async (_, operation) => {
      const bot = await owner.api.bots.create.mutate({ name: "Own", template: "empty" })
      const other = await owner.api.bots.create.mutate({ name: "Other", template: "empty" })
      const { key } = await makeKey(keyScopes, { botIds: [bot.id] })
      const answer = await ask(operation, { ...one.ids, slug: other.slug }, { key })
      if (operation.path.includes("{bot}")) {
        expect([answer.status, answer.json.code]).toEqual([404, "bot.not_found"])
      } else if (operation.operationId === "listBots") {
        expect(answer.json.items.map(({ id }: { id: string }) => id)).toEqual([bot.id])
      } else expect([answer.status, answer.json.code]).toEqual([403, "key.bots_limited"])
    },
  )

  test("ISO-02 no key is limited to a bot of another organization", async () => {
    const scopes = ["bots.read" as const]
    const made = owner.api.apiKeys.create.mutate({
      ...{ name: "theirs", scopes, botIds: [two.ids.botId ?? ""] },
    })
    expect(await codeOf(made)).toBe("bot.not_found")
  })

  test("a limited key whose bots are gone reaches none, and not all", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "Own", template: "empty" })
    const { key } = await makeKey(keyScopes, { botIds: [bot.id] })
    await owner.api.bots.delete.mutate({ botId: bot.id })
    const [entry] = (await owner.api.bin.list.query({})).filter(({ name }) => name === "Own")
    await owner.api.bin.purgeBot.mutate({ entryId: entry?.id ?? "" })
    expect((await send("GET", "/org/bots", { key })).json).toEqual({ items: [] })
  })
})

describe("400 413 415", () => {
  const taking = each.filter(([, { operationId }]) => operationId in bodies)

  test.each(taking)(
    "ISO-07 %s refuses fields that it does not know, and a body that is no JSON",
    async (_, operation) => {
      const { operationId } = operation
      for (const field of ["orgId", "id", "botId", "createdAt", "role"]) {
        const body = JSON.stringify({ ...bodies[operationId], [field]: two.orgId })
        const { status, json } = await ask(operation, one.ids, { key: one.ids.key, body })
        expect([field, status, json.code]).toEqual([field, 400, "request.refused"])
      }
      const broken = await ask(operation, one.ids, { key: one.ids.key, body: "{" })
      expect([broken.status, broken.json.code]).toEqual([400, "request.malformed"])
      const headers = { "content-type": "text/plain" }
      expect((await ask(operation, one.ids, { key: one.ids.key, headers })).status).toBe(415)
      const body = JSON.stringify({ name: "x".repeat(2 * 1024 * 1024) })
      expect((await ask(operation, one.ids, { key: one.ids.key, body })).status).toBe(413)
    },
  )

  test.each(each.filter(([, operation]) => takesFile(operation)))(
    "FIL-01 %s takes a file from a form alone",
    async (_, operation) => {
      const headers = { "content-type": "application/json" }
      const body = JSON.stringify({ file: { filepath: "/etc/passwd", buffer: "x" } })
      const posed = await ask(operation, one.ids, { key: one.ids.key, headers, body })
      expect([posed.status, posed.json.code]).toEqual([415, "request.type_refused"])
      const form = new FormData()
      form.set("file", "/etc/passwd")
      expect((await ask(operation, one.ids, { key: one.ids.key, body: form })).status).toBe(400)
      const large = fileForm("x".repeat(25 * 1024 * 1024 + 1))
      expect((await ask(operation, one.ids, { key: one.ids.key, body: large })).status).toBe(413)
    },
  )

  test.each(["listConversations", "readMessages"])(
    "%s refuses a query that it does not know",
    async (id) => {
      const operation = keyOperations.find(({ operationId }) => operationId === id) as Operation
      const address = addressOf(operation, one.ids)
      for (const query of ["?after=-1", "?offset=x", "?from=yesterday", "?orgId=1", "?state[$gt]="])
        expect((await send("GET", `${address}${query}`, { key: one.ids.key })).status).toBe(400)
    },
  )
})

test("AUTH-06 pages of other sites are not answered: a key belongs on a server", async () => {
  const { key } = await makeKey()
  const headers = { origin: "https://evil.example" }
  for (const method of ["GET", "OPTIONS"]) {
    const answer = await send(method, "/org/bots", { key, headers })
    expect(answer.headers.get("access-control-allow-origin")).toBeNull()
  }
})

test("one key may call so often, and its neighbours are not slowed", async () => {
  const [busy, calm] = [await makeKey(), await makeKey()]
  for (let at = 0; at < 6_000; at++)
    await server.container.limits.consume("callPerKey", busy.id, {
      points: 6_000,
      windowSeconds: 60,
    })
  const refused = await send("GET", "/org/bots", { key: busy.key })
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true])
  expect((await send("GET", "/org/bots", { key: calm.key })).status).toBe(200)
})

describe("409 the same Idempotency-Key", () => {
  test.each(each.filter(([, operation]) => isOnce(operation)))(
    "%s acts once for it, and refuses another input",
    async (_, operation) => {
      const bot = await owner.api.bots.create.mutate({ name: "Once", template: "empty" })
      const base = await owner.api.knowledge.createBase.mutate({ botId: bot.id, name: "Once" })
      const ids = { ...one.ids, slug: bot.slug, baseId: base.id }
      const { key } = await makeKey()
      const again = { key, headers: { "idempotency-key": "k-1" } }
      const pack = await exported(bot.id)
      const right = () =>
        operation.operationId === "importPackage" ? { ...again, body: packForm(pack) } : again
      const first = await ask(operation, ids, right())
      const second = await ask(operation, ids, right())
      expect(first.status).toBe(201)
      expect([second.status, second.json]).toEqual([201, first.json])
      const other = takesFile(operation)
        ? { body: fileForm("Something else.") }
        : {
            body: JSON.stringify({
              ...bodies[operation.operationId],
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
    },
  )

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
const exported = async (botId: string) => {
  const { base64 } = await owner.api.packages.export.query({ botId })
  return new Uint8Array(Buffer.from(base64, "base64"))
}
const packForm = (bytes: Uint8Array, name?: string) => {
  const form = new FormData()
  form.set("file", new File([new Uint8Array(bytes)], "bot.zip"))
  if (name !== undefined) form.set("name", name)
  return form
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
    const made = await send("POST", "/org/packages", { key, body: packForm(bytes, "Again") })
    expect([made.status, made.json.bot.name]).toEqual([201, "Again"])
    const broken = await send("POST", "/org/packages", { key, body: packForm(bytes.slice(0, 200)) })
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
    const { key = "", slug, conversationId = "" } = one.ids
    const place = `/org/bots/${slug}/conversations`
    const { status, json } = await send("GET", place, { key })
    const found = json.items.map((item: { conversationId: string }) => item.conversationId)
    expect([status, found.includes(conversationId), json.isMore]).toEqual([200, true, false])
    const read = await send("GET", `${place}/${conversationId}/messages`, { key })
    expect(read.json.items[0]).toMatchObject({ seq: 1, from: "bot", text: "canary-one" })
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
