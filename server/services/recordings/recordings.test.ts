import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"

const program = `TALK "Hello"
HEAR name WITH "Your name?"
HEAR pin AS PASSWORD WITH "Your PIN?"
HEAR guests AS INTEGER WITH "How many?"
IF guests > 4 THEN
  size = "large"
ELSE
  size = "small"
END IF
SET USER MEMORY "size", size
TALK "A " + size + " table for " + name
`

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let bot: Awaited<ReturnType<typeof createBot>>
const ids: string[] = []
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  bot = await createBot(owner.api, program)
  ids.push(
    await talk(["Ana", "pass-word-4711", "6"]),
    await talk(["=1+1", "pass-word-0815", "2"]),
    await talk(["Zoë"]),
  )
})
afterAll(() => server.close())

async function talk(texts: readonly string[]): Promise<string> {
  const base = `${server.url}/api/v1`
  const started = await fetch(`${base}/bots/${bot.slug}/conversations`, { method: "POST" })
  const { conversation } = await started.json()
  for (const [place, text] of texts.entries()) {
    const headers = {
      authorization: `Bearer ${conversation.token}`,
      "content-type": "application/json",
      "idempotency-key": `${conversation.id}-${place}`,
    }
    const body = JSON.stringify({ text })
    await fetch(`${base}/conversations/${conversation.id}/messages`, {
      method: "POST",
      headers,
      body,
    })
  }
  return conversation.id
}

const listOf = async (extra: object = {}) =>
  (await owner.api.recordings.list.query({ botId: bot.id, ...extra })).items.map(
    ({ conversationId }) => conversationId,
  )

test("conversations are listed the latest first, by how they stand, by day and by words that were said", async () => {
  expect(await listOf()).toEqual([ids[2], ids[1], ids[0]])
  expect(await listOf({ state: "waiting" })).toEqual([ids[2]])
  expect(await listOf({ state: "ended" })).toEqual([ids[1], ids[0]])
  expect(await listOf({ search: "LARGE table" })).toEqual([ids[0]])
  expect(await listOf({ search: "%" })).toEqual([])
  expect(await listOf({ until: "2001-01-01" })).toEqual([])
  expect(await listOf({ from: "2001-01-01" })).toHaveLength(3)
})

test("a conversation opens with every statement it took and the variables after each turn, and without what was secret", async () => {
  const found = await owner.api.recordings.get.query({ conversationId: ids[0]! })
  expect(found.turns.map(({ isPathWhole }) => isPathWhole)).toEqual([true, true, true, true])
  expect(found.turns.map(({ kind, payload }) => [kind, payload.text])).toEqual([
    ["start", undefined],
    ["message", "Ana"],
    ["message", "•••"],
    ["message", "6"],
  ])
  const last = found.turns[3]
  const named = Object.fromEntries((last?.variables ?? []).map(({ name, value }) => [name, value]))
  expect(named).toMatchObject({ name: "Ana", guests: 6, size: "large" })
  expect(last?.path).toHaveLength(4)
  expect(last?.effects).toMatchObject([{ keyword: "SET USER MEMORY" }])
  expect(found.versions.map(({ number }) => number)).toEqual([1])
  expect(found.versions[0]?.scripts[0]?.source).toBe(program)
  expect(JSON.stringify(found)).not.toContain("4711")
})

test("what was collected is a table that is filtered, sorted and paged, and offers no secrets", async () => {
  const page = await owner.api.results.list.query({ botId: bot.id, order: "guests" })
  expect(page.names).toEqual(["name", "guests", "size"])
  expect(page.total).toBe(3)
  expect(page.rows.map(({ cells }) => cells)).toEqual([
    ["Ana", 6, "large"],
    ["=1+1", 2, "small"],
    ["Zoë", null, null],
  ])
  const up = { botId: bot.id, order: "guests", isDescending: false, columns: ["size", "pin"] }
  const some = await owner.api.results.list.query({ ...up, filter: "SMA" })
  expect([some.columns, some.rows.map(({ cells }) => cells)]).toEqual([["size"], [["small"]]])
  const stored = await server.db.withOrg(owner.orgId, (tx) =>
    tx.rows<{ all: string }>("select collected::text as all from results where org_id = $1", [
      owner.orgId,
    ]),
  )
  expect(JSON.stringify(stored)).not.toMatch(/4711|0815/)
})

test("of turns that are stored together each conversation keeps its own answers, the later one where there are two", async () => {
  const told = await server.db.withOrg(owner.orgId, async (tx) => {
    const [{ id = "", bot_id = "" } = {}] = await tx.rows<{ id: string; bot_id: string }>(
      "select id, bot_id from conversations where org_id = $1 and bot_id = $2 order by id limit 1",
      [owner.orgId, bot.id],
    )
    const turns = [
      {
        id: "evt_together_1",
        outcome: { answers: { pet: "cat", color: "red" }, left: { pet: "x" } },
      },
      { id: "evt_together_2", outcome: { answers: { pet: "dog" }, left: { sum: 3, color: "y" } } },
    ]
    await tx.rows(
      `insert into inbound_events (org_id, id, bot_id, conversation_id, source, key, body_hash, kind, payload, state, outcome)
       select $1, t.id, $2, $3, 'test', t.id, '', 'message', '{}', 'done', t.outcome
       from jsonb_to_recordset($4::text::jsonb) as t(id text, outcome jsonb)`,
      [owner.orgId, bot_id, id, JSON.stringify(turns)],
    )
    const [row] = await tx.rows<{ collected: Record<string, unknown> }>(
      "select collected from results where org_id = $1 and conversation_id = $2",
      [owner.orgId, id],
    )
    await tx.rows("delete from inbound_events where org_id = $1 and id like 'evt_together%'", [
      owner.orgId,
    ])
    await tx.rows(
      "update results set collected = collected - array['pet', 'color', 'sum'] where org_id = $1 and conversation_id = $2",
      [owner.orgId, id],
    )
    return row?.collected
  })
  expect(told).toMatchObject({ pet: "dog", color: "red", sum: 3 })
})

test("the table is downloaded as CSV and as a workbook, with no formula in it", async () => {
  const csv = await owner.api.results.export.mutate({ botId: bot.id, format: "csv" })
  const text = Buffer.from(csv.base64, "base64").toString("utf8")
  expect(csv.name).toMatch(/-results\.csv$/)
  expect(text.split("\n")[0]).toBe("\uFEFFconversation,started,channel,state,name,guests,size")
  expect(text).toContain(",'=1+1,2,small")
  const book = await owner.api.results.export.mutate({ botId: bot.id, format: "xlsx" })
  expect(Buffer.from(book.base64, "base64").subarray(0, 2).toString()).toBe("PK")
})

test("traffic says who came to a step, who stopped there, and which way people went", async () => {
  const traffic = await owner.api.recordings.traffic.query({ botId: bot.id })
  expect(traffic.conversations).toBe(3)
  const reached = traffic.steps.map((step) => step.reached).sort((a, b) => b - a)
  expect(reached).toEqual([3, 3, 3, 2, 2, 2])
  expect(traffic.ways.map(({ count }) => count).sort()).toEqual([2, 2, 2, 3, 3])
  expect(traffic.steps.every(({ left }) => left === 0)).toBe(true)
})

test("a viewer of the organization reads none of it, and tests are kept revision by revision", async () => {
  const viewer = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  const api = viewer.browser.api(owner.orgId)
  expect(await codeOf(api.recordings.list.query({ botId: bot.id }))).toBe("permission.denied")
  expect(await codeOf(api.recordings.get.query({ conversationId: ids[0]! }))).toBe(
    "permission.denied",
  )
  expect(await codeOf(api.results.list.query({ botId: bot.id }))).toBe("permission.denied")
  const file = { botId: bot.id, name: "start.test", source: 'TEST "a"\nSTART\n' }
  expect(await owner.api.tests.save.mutate({ ...file, baseRevision: 0 })).toEqual({ revision: 1 })
  expect(await codeOf(owner.api.tests.save.mutate({ ...file, baseRevision: 0 }))).toBe(
    "bot.draft_changed",
  )
  expect(await api.tests.list.query({ botId: bot.id })).toMatchObject([{ revision: 1 }])
  await owner.api.tests.save.mutate({ ...file, source: "", baseRevision: 1 })
  expect(await owner.api.tests.list.query({ botId: bot.id })).toEqual([])
})
