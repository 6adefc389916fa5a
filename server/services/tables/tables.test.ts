import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"

const declared = `TABLE Guests
  Id integer key
  Name string(40)
  Seats integer
END TABLE
`
const program = `${declared}
ON INSERT OF "guests"
  SET BOT MEMORY "last", name
END ON
HEAR name WITH "Who?"
INSERT INTO guests WITH name = name, seats = 2
last = GET BOT MEMORY "last"
TALK "Hello " + name
`

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let bot: Awaited<ReturnType<typeof createBot>>
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  bot = await createBot(owner.api, program)
})
afterAll(() => server.close())

const rowsOf = (extra: object = {}) =>
  owner.api.tables.rows.query({ botId: bot.id, table: "guests", ...extra })

async function talk(text: string): Promise<string> {
  const base = `${server.url}/api/v1`
  const started = await fetch(`${base}/bots/${bot.slug}/conversations`, { method: "POST" })
  const { conversation } = await started.json()
  const headers = {
    authorization: `Bearer ${conversation.token}`,
    "content-type": "application/json",
    "idempotency-key": text,
  }
  const answer = await fetch(`${base}/conversations/${conversation.id}/messages`, {
    method: "POST",
    headers,
    body: JSON.stringify({ text }),
  })
  return JSON.stringify(await answer.json())
}

async function publish(source: string): Promise<string> {
  const { layout, revision } = await owner.api.bots.loadDraft.query({ botId: bot.id })
  const saved = await owner.api.bots.saveDraft.mutate({
    botId: bot.id,
    source,
    layout,
    baseRevision: revision,
  })
  if (!saved.ok) throw new Error("the draft was not saved")
  return await owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: saved.revision }).then(
    (published) => (published.ok ? "ok" : "has errors"),
    (error: { data?: { problem?: { detail?: string } } }) =>
      error.data?.problem?.detail ?? String(error),
  )
}

test("a declared table is there after publishing, and holds what conversations save", async () => {
  expect(await owner.api.tables.list.query({ botId: bot.id })).toMatchObject([
    { name: "guests", isDeclared: true, rowCount: 0, columnCount: 3 },
  ])
  expect(await talk("Ana")).toContain("Hello Ana")
  expect(await talk("O'Brien")).toContain("Hello O'Brien")
  expect(await rowsOf({ filter: "name LIKE 'O%'" })).toMatchObject({
    columns: [{ name: "Id" }, { name: "Name" }, { name: "Seats" }],
    rows: [{ key: "2", cells: [2, "O'Brien", 2] }],
    total: 1,
  })
})

test("a person adds, changes and deletes rows, within what the table takes", async () => {
  const { tables } = owner.api
  const place = { botId: bot.id, table: "guests" }
  expect(
    await tables.saveRow.mutate({ ...place, key: null, cells: { Name: "Zoë", Seats: "4" } }),
  ).toEqual({ isNew: true })
  await tables.saveRow.mutate({ ...place, key: "3", cells: { Seats: 5 } })
  expect((await rowsOf({ order: "Seats", isDescending: true })).rows[0]).toEqual({
    key: "3",
    cells: [3, "Zoë", 5],
  })
  const refused = { ...place, key: "3", cells: { Seats: "many" } }
  expect(await codeOf(tables.saveRow.mutate(refused))).toBe("table.row_refused")
  expect(await codeOf(tables.saveRow.mutate({ ...place, key: null, cells: { Id: 1 } }))).toBe(
    "table.row_refused",
  )
  expect(await codeOf(tables.saveRow.mutate({ ...place, key: "99", cells: { Seats: 1 } }))).toBe(
    "table.row_not_found",
  )
  await tables.deleteRow.mutate({ ...place, key: "3" })
  expect(await codeOf(tables.deleteRow.mutate({ ...place, key: "3" }))).toBe("table.row_not_found")
  expect(await codeOf(rowsOf({ table: "nothing" }))).toBe("table.not_found")
  expect(await codeOf(rowsOf({ filter: "name = (" }))).toBe("table.row_refused")
})

test("INJ-04 a cell that a spreadsheet would calculate is exported as text", async () => {
  const { tables } = owner.api
  const place = { botId: bot.id, table: "guests" }
  for (const Name of ["=1+1", "+cmd", "-2", "@x"])
    await tables.saveRow.mutate({ ...place, key: null, cells: { Name } })
  const { csv } = await tables.export.mutate({ ...place, filter: "Seats IS NULL" })
  expect(csv.split("\n").map((line) => line.split(",")[1])).toEqual([
    "Name",
    "'=1+1",
    "'+cmd",
    "-2",
    "'@x",
    undefined,
  ])
})

test("INJ-01 names and values of a filter never reach the database as SQL", async () => {
  for (const filter of [
    "name = 'x'; drop table bot_rows; --'",
    "'a' OR pg_sleep(5) IS NULL",
    'id" = 1 OR "1" = "1',
  ])
    expect(["ok", "table.row_refused"]).toContain(await codeOf(rowsOf({ filter })))
  expect(await codeOf(rowsOf({ order: "id; drop table bot_rows" }))).toBe("table.row_refused")
  expect((await rowsOf()).total).toBeGreaterThan(0)
})

test("a changed declaration widens, and one that rows do not fit is refused with its line", async () => {
  const wider = program.replace("Seats integer", "Seats text\n  Note string(10)")
  expect(await publish(wider)).toBe("ok")
  expect((await rowsOf({ filter: "Name = 'Ana'" })).rows[0]?.cells).toEqual([1, "Ana", "2", null])
  await owner.api.tables.saveRow.mutate({
    botId: bot.id,
    table: "guests",
    key: "1",
    cells: { Seats: "two" },
  })
  expect(await publish(`' a comment\n${program}`)).toBe(
    'Line 2 of start: the table "Guests" cannot become what it is declared to be. The column Seats of guests takes whole numbers, but got "two".',
  )
  expect((await rowsOf({ filter: "Id = 1" })).rows[0]?.cells[2]).toBe("two")
  expect(await publish('TALK "no tables any more"\n')).toBe("ok")
  expect(await owner.api.tables.list.query({ botId: bot.id })).toMatchObject([
    { name: "guests", isDeclared: false },
  ])
  expect((await rowsOf()).total).toBeGreaterThan(0)
})

test("a person has the roles the script gave the conversation, and none before", async () => {
  const closed = await createBot(
    owner.api,
    `TABLE Salaries READ BY "hr" WRITE BY "hr"
  Id integer key
  Amount number
END TABLE
ON ERROR RESUME NEXT
SAVE "salaries", 1, 900
TALK ERROR MESSAGE
CLEAR ERROR
SET SESSION "role", "hr"
SAVE "salaries", 1, 900
pay = FIND "salaries", "Id = 1"
TALK "It is " + pay.amount
`,
  )
  const start = await fetch(`${server.url}/api/v1/bots/${closed.slug}/conversations`, {
    method: "POST",
  })
  const said = JSON.stringify(await start.json())
  expect(said).toContain("Only hr may write to salaries.")
  expect(said).toContain("It is 900")
})

test("who may only look around sees no rows, which may be about people", async () => {
  const viewer = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  const api = viewer.browser.api(owner.orgId)
  expect(await codeOf(api.tables.rows.query({ botId: bot.id, table: "guests" }))).toBe(
    "permission.denied",
  )
})
