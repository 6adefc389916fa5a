import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { columnOf } from "#basic/rows/table-shape.ts"
import { newId, type OrgId } from "#catalog/ids.ts"
import { operations } from "#server/api/api.ts"
import {
  callProcedure,
  type ListedProcedure,
  listProcedures,
} from "#server/testing/list-procedures.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner, createPerson } from "#server/testing/people.ts"

/** Everything a tenant has, with a word in each text that appears nowhere else. */
interface Tenant {
  readonly orgId: OrgId
  readonly send: (path: string, init?: RequestInit) => Promise<Response>
  readonly canary: string
  readonly ids: Readonly<Record<string, string>>
}

type TestOwner = Awaited<ReturnType<typeof createOwner>>
let server: TestServer
let one: Tenant
let two: Tenant
beforeAll(async () => {
  // Thousands of calls by one person, at one moment of the clock.
  server = await openTestServer({ env: { RATE_LIMIT_FACTOR: "10" } })
  one = await createTenant("canary-one")
  two = await createTenant("canary-two")
})
afterAll(() => server.close())

const openapi = JSON.stringify({ openapi: "3.0.0", paths: { "/a": { get: {} } } })

async function createTenant(canary: string): Promise<Tenant> {
  const owner = await createOwner(server, canary)
  const member = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  const bot = await createBot(
    owner.api,
    `SET SCHEDULE "every day"\nTALK "${canary}"\nHEAR x WITH "Say"\n`,
    canary,
  )
  const flow = await owner.api.scripts.create.mutate({ botId: bot.id, name: "extra" })
  const form = new FormData()
  form.set("file", new File([canary], `${canary}.txt`))
  const uploaded = await owner.browser.fetch(`/api/dashboard/bots/${bot.id}/files`, {
    method: "POST",
    headers: { "x-botwright-org": owner.orgId },
    body: form,
  })
  const file = (await uploaded.json()) as { id: string }
  const base = await owner.api.knowledge.createBase.mutate({ botId: bot.id, name: canary })
  const document = new FormData()
  document.set("file", new File([`It is ${canary}.`], `${canary}.txt`))
  const added = await owner.browser.fetch(`/api/dashboard/bots/${bot.id}/knowledge/${base.id}`, {
    method: "POST",
    headers: { "x-botwright-org": owner.orgId },
    body: document,
  })
  const { id: documentId } = (await added.json()) as { id: string }
  const site = await owner.api.knowledge.addSite.mutate({
    ...{ botId: bot.id, baseId: base.id },
    url: "https://nowhere.invalid/",
  })
  const invite = await owner.api.orgs.invite.mutate({
    email: `${canary}@example.org`,
    role: "viewer",
  })
  const start = await fetch(`${server.url}/api/v1/bots/${bot.slug}/conversations`, {
    method: "POST",
  })
  const { conversation } = await start.json()
  const { taskId, mailId } = await addTaskAndMail(owner.orgId, bot.id, canary)
  const [session] = await owner.browser.api().account.sessions.query()
  const [schedule] = await owner.api.schedules.list.query({ botId: bot.id })
  await owner.api.settings.setValue.mutate({ botId: bot.id, name: "mark", value: canary })
  const kept = await owner.api.versions.save.mutate({ botId: bot.id, name: canary })
  const preview = await owner.api.previews.create.mutate({ botId: bot.id, days: 1 })
  const entryId = await deleteFlow(owner, bot.id, canary)
  await owner.api.webhooks.renew.mutate({ botId: bot.id })
  const about = { botId: bot.id, scriptId: flow.script.id, flow: "main", anchor: null, x: 0, y: 0 }
  const { threadId } = await owner.api.comments.start.mutate({ ...about, body: canary })
  const [thread] = await owner.api.comments.list.query({ botId: bot.id })
  const [service] = await owner.api.tools.importService.mutate({
    ...{ botId: bot.id, name: canary, document: openapi, url: "https://shop.example" },
  })
  const account = await owner.api.models.saveAccount.mutate({
    ...{ provider: "openai", url: "http://127.0.0.1:1", key: canary, models: { default: canary } },
  })
  return {
    orgId: owner.orgId,
    send: owner.browser.fetch,
    canary,
    ids: {
      botId: bot.id,
      scriptId: flow.script.id,
      ...{ baseId: base.id, documentId, siteId: site.id },
      fileId: file.id,
      userId: member.userId,
      inviteId: invite.id,
      sessionId: session?.id ?? "",
      scheduleId: schedule?.id ?? "",
      accountId: account.id,
      serviceId: service?.id ?? "",
      conversation: conversation.id,
      conversationId: conversation.id,
      taskId,
      mailId,
      threadId,
      commentId: thread?.comments[0]?.id ?? "",
      token: conversation.token,
      slug: bot.slug,
      versionId: bot.version.id,
      snapshotId: kept.ref,
      previewId: preview.id,
      entryId,
    },
  }
}

/** A flow in the bin. */
async function deleteFlow({ api }: TestOwner, botId: string, name: string): Promise<string> {
  const { script } = await api.scripts.create.mutate({ botId, name })
  await api.scripts.delete.mutate({ botId, scriptId: script.id })
  const [entry] = await api.bin.list.query({ botId })
  return entry?.id ?? ""
}

async function addTaskAndMail(orgId: OrgId, botId: string, canary: string) {
  const taskId = newId("tsk")
  const mailId = newId("mal")
  await server.db.withOrg(orgId, async (tx) => {
    const ids = [orgId, botId, canary]
    await tx.rows("insert into tasks (org_id, id, bot_id, title) values ($1, $4, $2, $3)", [
      ...ids,
      taskId,
    ])
    await tx.rows(
      "insert into mails (org_id, id, bot_id, state, to_address, subject, body) values ($1, $4, $2, 'sent', 'a@x.org', $3, $3)",
      [...ids, mailId],
    )
  })
  await addTable(orgId, botId, canary)
  return { taskId, mailId }
}

async function addTable(orgId: OrgId, botId: string, canary: string) {
  const tableId = newId("tbl")
  await server.db.withOrg(orgId, async (tx) => {
    await tx.rows(
      `insert into bot_tables (org_id, id, bot_id, name, columns, keys, row_count)
       values ($1, $2, $3, 'guests', $4::text::jsonb, '{id}', 1)`,
      [orgId, tableId, botId, JSON.stringify(["id", "name"].map(columnOf))],
    )
    await tx.rows(
      "insert into bot_rows (org_id, table_id, key, cells) values ($1, $2, '1', $3::text::jsonb)",
      [orgId, tableId, JSON.stringify({ id: 1, name: canary })],
    )
  })
}

const ofVersions = ["closeStaging", "list", "promote", "renewStaging"]

/** A right input for each procedure that names a thing, made of one tenant's own ids. */
function inputsOf({ ids }: Tenant): Record<string, Record<string, unknown>> {
  const { botId, scriptId, fileId, userId, inviteId, sessionId, scheduleId, accountId, serviceId } =
    ids
  const { baseId, documentId, siteId } = ids
  const { conversationId, taskId, mailId } = ids
  const { threadId, commentId } = ids
  const { versionId, snapshotId, previewId, entryId } = ids
  const layout = { version: 1, stepIds: [], groups: {}, titles: {} }
  return {
    "account.revokeSession": { sessionId },
    "bin.list": { botId },
    "bin.purgeBot": { entryId },
    "bin.restoreBot": { entryId },
    "bin.restoreScript": { botId, entryId },
    "bots.delete": { botId },
    "bots.get": { botId },
    "bots.loadDraft": { botId, scriptId },
    "bots.publish": { botId, baseRevision: 3 },
    "bots.rename": { botId, name: "Renamed" },
    "bots.saveDraft": { botId, source: "", layout, baseRevision: 2 },
    "bots.setAllowedOrigins": { botId, origins: [] },
    "bots.versions": { botId },
    "comments.delete": { botId, threadId, commentId },
    "comments.list": { botId },
    "comments.read": { botId, threadId },
    "comments.reply": { botId, threadId, body: "Yes" },
    "comments.resolve": { botId, threadId, isResolved: true },
    "comments.start": { botId, scriptId, flow: "main", anchor: null, x: 0, y: 0, body: "So?" },
    "files.delete": { botId, fileId },
    "files.link": { botId, fileId },
    "files.list": { botId },
    "files.rename": { botId, fileId, path: "renamed.txt" },
    "knowledge.addSite": { botId, baseId, url: "https://nowhere.invalid/x" },
    "knowledge.bases": { botId },
    "knowledge.chunks": { botId, documentId },
    "knowledge.createBase": { botId, name: "Other" },
    "knowledge.deleteBase": { botId, baseId },
    "knowledge.deleteDocument": { botId, documentId },
    "knowledge.deleteSite": { botId, siteId },
    "knowledge.documents": { botId, baseId },
    "knowledge.refreshSite": { botId, siteId },
    "knowledge.retryDocument": { botId, documentId },
    "knowledge.search": { botId, text: "What is it?" },
    "scripts.create": { botId, name: "other" },
    "scripts.delete": { botId, scriptId },
    "scripts.duplicate": { botId, scriptId, name: "copy" },
    "scripts.list": { botId },
    "scripts.rename": { botId, scriptId, name: "renamed" },
    "schedules.list": { botId },
    "schedules.pause": { botId, scheduleId, isPaused: true },
    "schedules.run": { botId, scheduleId },
    "packages.duplicate": { botId, name: "Copy" },
    "packages.export": { botId },
    "recordings.get": { conversationId },
    "recordings.list": { botId },
    "recordings.traffic": { botId },
    "results.export": { botId, format: "csv" },
    "results.list": { botId },
    "settings.get": { botId },
    "settings.import": { botId, text: "name,value\nx,y" },
    "settings.setClock": { botId, timeZone: "UTC", languages: [] },
    "settings.setValue": { botId, name: "x", value: "y" },
    "tables.deleteRow": { botId, table: "guests", key: "1" },
    "tables.export": { botId, table: "guests" },
    "tables.list": { botId },
    "tables.rows": { botId, table: "guests" },
    "tables.saveRow": { botId, table: "guests", key: "1", cells: { name: "changed" } },
    "previews.create": { botId, ref: versionId, days: 1 },
    "previews.list": { botId },
    "previews.revoke": { botId, previewId },
    "texts.export": { botId },
    "texts.import": { botId, csv: "text,pt\nHello,Olá\n" },
    "tests.list": { botId },
    "tests.save": { botId, name: "start.test", source: 'TEST "a"', baseRevision: 0 },
    ...Object.fromEntries(ofVersions.map((name) => [`versions.${name}`, { botId }])),
    "versions.delete": { botId, ref: snapshotId },
    "versions.goLive": { botId, versionId },
    "versions.previewMove": { botId, table: { steps: {}, variables: {} } },
    "versions.read": { botId, ref: snapshotId },
    "versions.rename": { botId, ref: versionId, name: "x", note: "" },
    "versions.save": { botId, name: "x" },
    "webhooks.get": { botId },
    "webhooks.renew": { botId },
    "webhooks.setSigning": { botId, mustSign: true },
    "inbox.get": { conversationId },
    "inbox.passage": { conversationId, passageId: newId("chk") },
    "models.deleteAccount": { accountId },
    "models.list": { botId },
    "models.putFirst": { accountId },
    "models.saveAccount": { accountId, provider: "openai", models: { default: "m" } },
    "models.setBudget": { scope: "bot", botId, dollars: 5 },
    "models.testAccount": { accountId },
    "tools.deleteService": { botId, serviceId },
    "tools.importService": { botId, name: "shop", document: openapi, url: "https://shop.example" },
    "tools.list": { botId },
    "inbox.note": { conversationId, text: "Note" },
    "inbox.reply": { conversationId, text: "Hello" },
    "inbox.resolve": { conversationId },
    "inbox.tag": { conversationId, tag: "refund", isOn: true },
    "inbox.take": { conversationId },
    "mails.get": { mailId },
    "tasks.update": { taskId, state: "done" },
    "orgs.removeMember": { userId },
    "orgs.revokeInvite": { inviteId },
    "orgs.setRole": { userId, role: "builder" },
    "orgs.transfer": { userId },
  }
}

/** A right input for the others. */
const plainInputs: Record<string, unknown> = {
  "account.changePassword": { currentPassword: "x", newPassword: "another good secret" },
  "account.requestReset": { email: "nobody@example.org" },
  "account.resetPassword": { token: "x".repeat(43), newPassword: "another good secret" },
  "account.signUp": {
    email: "sweep@example.org",
    name: "Sweep",
    password: "correct horse battery",
  },
  "bots.create": { name: "B", template: "empty" },
  "bots.template": { template: "quiz" },
  "orgs.acceptInvite": { token: "x".repeat(43) },
  "orgs.create": { name: "O" },
  "orgs.delete": { confirmName: "not its name" },
  "orgs.invitation": { token: "x".repeat(43) },
  "orgs.invite": { email: "sweep@example.org", role: "viewer" },
  "orgs.rename": { name: "canary-one" },
  "inbox.list": { filter: "all" },
  "inbox.setPresence": { status: "online" },
  "mails.list": { state: "sent" },
  "notifications.list": { limit: 10 },
  "notifications.markRead": { ids: [] },
  "previews.open": { token: "x".repeat(43) },
  "previews.talk": { token: "x".repeat(43), pass: "", acts: [], beganMs: 0 },
  "tasks.list": { state: "open" },
}
const withoutInput = [
  "account.me",
  "account.sessions",
  "bots.list",
  "bots.templates",
  "orgs.leave",
  "orgs.list",
  "orgs.members",
]

const procedures = listProcedures()
const rightInput = (procedure: ListedProcedure): unknown =>
  inputsOf(one)[procedure.name] ?? plainInputs[procedure.name] ?? {}

/** Every row of a tenant, to see that none of it has changed. */
async function readRows(orgId: OrgId): Promise<string> {
  const tables = [
    "organizations",
    "members",
    "invites",
    "bots",
    "scripts",
    "versions",
    "snapshots",
    "previews",
    "bin_entries",
    "notifications",
    "conversations",
    "messages",
    "contacts",
    "files",
    "tasks",
    "mails",
    "bot_tables",
    "bot_rows",
    "handoffs",
    "conversation_notes",
    "conversation_tags",
    "attendants",
  ]
  const rows: string[] = []
  for (const table of tables) {
    const [row] = await server.db.tenantQuery<{ all: string | null }>(
      [orgId],
      `select json_agg(t order by t::text)::text as all from ${table} t`,
    )
    rows.push(`${table}: ${row?.all}`)
  }
  return rows.join("\n")
}

test("the sweep has an input for every procedure: a new one needs a line in this file", () => {
  // The ids are made before each test runs; only their names matter here.
  const known = [
    ...Object.keys(inputsOf({ ids: {} } as unknown as Tenant)),
    ...Object.keys(plainInputs),
    ...withoutInput,
  ]
  expect(known.sort()).toEqual(procedures.map(({ name }) => name))
})

describe("ISO-01 ISO-02 the ids of another organization", () => {
  const naming = procedures.filter(({ name }) => name in inputsOf({ ids: {} } as unknown as Tenant))

  test.each(naming)("$name is answered as if they did not exist", async (procedure) => {
    const before = await readRows(two.orgId)
    const answer = await callProcedure(
      one.send,
      procedure,
      one.orgId,
      inputsOf(two)[procedure.name],
    )
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain("canary-two")
    expect(await readRows(two.orgId)).toBe(before)
    const unknown = Object.fromEntries(
      Object.entries(inputsOf(one)[procedure.name] ?? {}).map(([field, value]) => [
        field,
        typeof value === "string" && /^[a-z]{3}_/.test(value)
          ? newId(value.slice(0, 3) as "bot")
          : value,
      ]),
    )
    const nobody = await callProcedure(one.send, procedure, one.orgId, unknown)
    expect([nobody.status, nobody.code]).toEqual([answer.status, answer.code])
  })

  test.each(
    procedures.filter(({ permission }) => permission !== "anyone" && permission !== "signed_in"),
  )("$name does nothing in an organization the caller does not belong to", async (procedure) => {
    const before = await readRows(two.orgId)
    const input = inputsOf(two)[procedure.name] ?? plainInputs[procedure.name] ?? {}
    const answer = await callProcedure(one.send, procedure, two.orgId, input)
    expect([answer.status, answer.code]).toEqual([404, "org.not_found"])
    expect(answer.text).not.toContain("canary-two")
    expect(await readRows(two.orgId)).toBe(before)
  })

  test("ISO-16 no organization, two, and one of no known form are all refused", async () => {
    for (const procedure of procedures.filter(
      ({ permission }) => permission !== "anyone" && permission !== "signed_in",
    ))
      for (const orgId of [null, `${one.orgId}, ${one.orgId}`, "*", "org_", "null"]) {
        const answer = await callProcedure(one.send, procedure, orgId, rightInput(procedure))
        expect([procedure.name, answer.status, answer.code]).toEqual([
          procedure.name,
          400,
          "request.org_missing",
        ])
      }
  })
})

describe("ISO-07 fields that only the server may set", () => {
  const fields = [
    "tenantId",
    "orgId",
    "org_id",
    "ownerId",
    "userid",
    "actor",
    "plan",
    "stripeCustomerId",
    "createdAt",
    "id",
    "__proto__x",
  ]

  test.each(procedures)("$name refuses them", async (procedure) => {
    for (const field of fields) {
      const input = { ...(rightInput(procedure) as object), [field]: two.orgId }
      const answer = await callProcedure(one.send, procedure, one.orgId, input)
      expect([field, answer.status, answer.code]).toEqual([field, 400, "request.refused"])
    }
  })
})

describe("SES-02 things of another kind where an id is wanted", () => {
  test("are refused before anything is looked up", async () => {
    for (const procedure of procedures) {
      const right = inputsOf(one)[procedure.name]
      for (const field of Object.keys(right ?? {}).filter((name) => name.endsWith("Id")))
        for (const wrong of [
          { $gt: "" },
          [one.ids[field]],
          null,
          "",
          "x".repeat(10_000),
          "' or 1=1 --",
          one.ids.slug,
          1,
        ]) {
          const answer = await callProcedure(one.send, procedure, one.orgId, {
            ...right,
            [field]: wrong,
          })
          expect([procedure.name, answer.status]).toEqual([procedure.name, 400])
        }
    }
  })
})

describe("ISO-01 the operations of the API", () => {
  test.each(operations.filter(({ path }) => path.includes("{id}")))(
    "$operationId opens nothing of another organization with one's own token",
    async ({ method, path }) => {
      const before = await readRows(two.orgId)
      const address = path.replace("{id}", two.ids.conversation ?? "")
      const response = await fetch(`${server.url}/api/v1${address}`, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${one.ids.token}`, "content-type": "application/json" },
        ...(method === "post" ? { body: JSON.stringify({ text: "x" }) } : {}),
      })
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain("canary-two")
      expect(await readRows(two.orgId)).toBe(before)
    },
  )
})

test("no word of one organization stands in what the other lists", async () => {
  for (const name of [
    ...["account.me", "bots.list", "orgs.list", "orgs.members", "account.sessions"],
    ...["inbox.list", "tasks.list", "mails.list"],
  ]) {
    const procedure = procedures.find((found) => found.name === name)
    if (procedure === undefined) throw new Error(name)
    const answer = await callProcedure(one.send, procedure, one.orgId, {})
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain("canary-two")
  }
})
