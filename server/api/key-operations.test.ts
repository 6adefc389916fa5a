import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "#catalog/ids.ts"
import { type KeyScope, keyScopes } from "#catalog/key-scopes.ts"
import { roles } from "#catalog/permissions.ts"
import { createTenant, type TestTenant } from "#server/testing/create-tenant.ts"
import {
  addressOf,
  fileForm,
  keyBodies,
  openKeyRequests,
  takesFile,
} from "#server/testing/key-requests.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createOwner, createPerson } from "#server/testing/people.ts"
import { keyOperations } from "./key-operations.ts"
import type { Operation } from "./operation.ts"

let server: TestServer
let requests: ReturnType<typeof openKeyRequests>
let one: TestTenant
let two: TestTenant
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer({ env: { RATE_LIMIT_FACTOR: "10" } })
  requests = openKeyRequests(server.url)
  one = await createTenant(server, "canary-one")
  two = await createTenant(server, "canary-two")
  owner = await createOwner(server, "Developers")
})
afterAll(() => server.close())

const send = (...given: Parameters<typeof requests.send>) => requests.send(...given)
const ask = (...given: Parameters<typeof requests.ask>) => requests.ask(...given)
const makeKey = (
  scopes: readonly KeyScope[] = keyScopes,
  options: { botIds?: string[]; days?: number | null } = {},
) => owner.api.apiKeys.create.mutate({ name: "k", scopes: [...scopes], ...options })

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

  test("a key that is limited to some bots stays within them in every operation", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "Own", template: "empty" })
    const other = await owner.api.bots.create.mutate({ name: "Other", template: "empty" })
    const { key } = await makeKey(keyScopes, { botIds: [bot.id] })
    for (const operation of keyOperations) {
      const { path, operationId } = operation
      const answer = await ask(operation, { ...one.ids, slug: other.slug }, { key })
      const outcome = `${operationId}: ${answer.status} ${answer.json.code}`
      if (path.includes("{bot}")) expect(outcome).toBe(`${operationId}: 404 bot.not_found`)
      else if (operationId === "listBots")
        expect(answer.json.items.map(({ id }: { id: string }) => id)).toEqual([bot.id])
      else expect(outcome).toBe(`${operationId}: 403 key.bots_limited`)
    }
  })

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
  const taking = each.filter(([, { operationId }]) => operationId in keyBodies)

  test.each(taking)(
    "ISO-07 %s refuses fields that it does not know, and a body that is no JSON",
    async (_, operation) => {
      const { operationId } = operation
      for (const field of ["orgId", "id", "botId", "createdAt", "role"]) {
        const body = JSON.stringify({ ...keyBodies[operationId], [field]: two.orgId })
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
      // Both take files through one reader; the large one is sent to one of them.
      if (operation.operationId === "importPackage") return
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
