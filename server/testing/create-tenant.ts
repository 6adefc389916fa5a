import { columnOf } from "#basic/rows/table-shape.ts"
import { newId, type OrgId } from "#catalog/ids.ts"
import { keyScopes } from "#catalog/key-scopes.ts"
import type { TestServer } from "./open-test-server.ts"
import { createBot, createOwner, createPerson } from "./people.ts"

/** Everything a tenant has, with a word in each text that appears nowhere else. */
export interface TestTenant {
  readonly orgId: OrgId
  readonly send: (path: string, init?: RequestInit) => Promise<Response>
  readonly canary: string
  readonly ids: Readonly<Record<string, string>>
}

type TestOwner = Awaited<ReturnType<typeof createOwner>>

const openapi = JSON.stringify({ openapi: "3.0.0", paths: { "/a": { get: {} } } })

/** Makes an organization with one of everything. */
export async function createTenant(server: TestServer, canary: string): Promise<TestTenant> {
  const owner = await createOwner(server, canary)
  const bot = await createBot(
    owner.api,
    `SET SCHEDULE "every day"\nTALK "${canary}"\nHEAR x WITH "Say"\n`,
    canary,
  )
  const flow = await owner.api.scripts.create.mutate({ botId: bot.id, name: "extra" })
  const scriptId = flow.script.id
  const ids = {
    ...{ botId: bot.id, scriptId, slug: bot.slug, versionId: bot.version.id },
    ...(await addPeople(server, owner, canary)),
    ...(await addDocuments(owner, bot.id, canary)),
    ...(await addTalk(server, owner.orgId, bot)),
    ...(await addTaskAndMail(server, owner.orgId, bot.id, canary)),
    ...(await addStates(owner, bot.id, canary)),
    ...(await addComment(owner, bot.id, scriptId, canary)),
    ...(await addServices(owner, bot.id, canary)),
    ...(await addKey(owner, canary)),
  }
  await owner.api.webhooks.renew.mutate({ botId: bot.id })
  return { orgId: owner.orgId, send: owner.browser.fetch, canary, ids }
}

async function addPeople(server: TestServer, owner: TestOwner, canary: string) {
  const member = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  const email = `${canary}@example.org`
  const invite = await owner.api.orgs.invite.mutate({ email, role: "viewer" })
  const [session] = await owner.browser.api().account.sessions.query()
  return { userId: member.userId, inviteId: invite.id, sessionId: session?.id ?? "" }
}

/** A file of the bot's, and a document and a site in a knowledge base. */
async function addDocuments(owner: TestOwner, botId: string, canary: string) {
  const base = await owner.api.knowledge.createBase.mutate({ botId, name: canary })
  const file = await upload(owner, `${botId}/files`, canary, `${canary}.txt`)
  const place = `${botId}/knowledge/${base.id}`
  const document = await upload(owner, place, `It is ${canary}.`, `${canary}.txt`)
  const address = { botId, baseId: base.id, url: "https://nowhere.invalid/" }
  const site = await owner.api.knowledge.addSite.mutate(address)
  return { fileId: file.id, baseId: base.id, documentId: document.id, siteId: site.id }
}

async function upload(owner: TestOwner, place: string, text: string, name: string) {
  const body = new FormData()
  body.set("file", new File([text], name))
  const headers = { "x-botwright-org": owner.orgId }
  const path = `/api/dashboard/bots/${place}`
  const answer = await owner.browser.fetch(path, { method: "POST", headers, body })
  return (await answer.json()) as { id: string }
}

/** A conversation, and a call in it that waits for a person. */
async function addTalk(
  server: TestServer,
  orgId: OrgId,
  bot: { readonly id: string; readonly slug: string; readonly version: { readonly id: string } },
) {
  const path = `${server.url}/api/v1/bots/${bot.slug}/conversations`
  const { conversation } = await (await fetch(path, { method: "POST" })).json()
  const { id, token } = conversation as { id: string; token: string }
  const approvalId = newId("apv")
  await server.db.tenantQuery(
    [orgId],
    `insert into approvals (org_id, id, bot_id, conversation_id, version_id, tool, script, expires_at)
     values ($1, $2, $3, $4, $5, 'refund', 'refund', now() + interval '10 years')`,
    [orgId, approvalId, bot.id, id, bot.version.id],
  )
  return { conversation: id, conversationId: id, token, approvalId }
}

/** A value, a schedule, a saved state, a preview link and something in the bin. */
async function addStates(owner: TestOwner, botId: string, canary: string) {
  const { api } = owner
  const [schedule] = await api.schedules.list.query({ botId })
  await api.settings.setValue.mutate({ botId, name: "mark", value: canary })
  const kept = await api.versions.save.mutate({ botId, name: canary })
  const preview = await api.previews.create.mutate({ botId, days: 1 })
  const entryId = await deleteFlow(owner, botId, canary)
  const scheduleId = schedule?.id ?? ""
  return { scheduleId, snapshotId: kept.ref, previewId: preview.id, entryId }
}

async function addComment({ api }: TestOwner, botId: string, scriptId: string, body: string) {
  const about = { botId, scriptId, flow: "main", anchor: null, x: 0, y: 0, body }
  const { threadId } = await api.comments.start.mutate(about)
  const [thread] = await api.comments.list.query({ botId })
  return { threadId, commentId: thread?.comments[0]?.id ?? "" }
}

async function addServices({ api }: TestOwner, botId: string, canary: string) {
  const [service] = await api.tools.importService.mutate({
    ...{ botId, name: canary, document: openapi, url: "https://shop.example" },
  })
  const account = await api.models.saveAccount.mutate({
    ...{ provider: "openai", url: "http://127.0.0.1:1", key: canary, models: { default: canary } },
  })
  const prompt = await api.prompts.create.mutate({ name: canary, text: `Say ${canary}.` })
  const set = await api.evaluations.createSet.mutate({ botId, name: canary })
  const asked = { botId, setId: set.id, text: `question,answer\nWhat is it?,It is ${canary}.` }
  await api.evaluations.importSet.mutate(asked)
  const run = await api.evaluations.startRun.mutate({ botId, setId: set.id })
  const isLive = false
  await api.prompts.saveVersion.mutate({ promptId: prompt.id, text: canary, variables: [], isLive })
  return {
    accountId: account.id,
    serviceId: service?.id ?? "",
    promptId: prompt.id,
    setId: set.id,
    runId: run.id,
  }
}

/** A key of the API that may do everything keys may. */
async function addKey({ api }: TestOwner, name: string) {
  const { id, key } = await api.apiKeys.create.mutate({ name, scopes: [...keyScopes] })
  return { keyId: id, key }
}

/** A flow in the bin. */
async function deleteFlow({ api }: TestOwner, botId: string, name: string): Promise<string> {
  const { script } = await api.scripts.create.mutate({ botId, name })
  await api.scripts.delete.mutate({ botId, scriptId: script.id })
  const [entry] = await api.bin.list.query({ botId })
  return entry?.id ?? ""
}

async function addTaskAndMail(server: TestServer, orgId: OrgId, botId: string, canary: string) {
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
  await addTable(server, orgId, botId, canary)
  return { taskId, mailId }
}

async function addTable(server: TestServer, orgId: OrgId, botId: string, canary: string) {
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
