import { afterAll, beforeAll, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner } from "#server/testing/people.ts"
import { openTestBrowser } from "#server/testing/test-browser.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
})
afterAll(() => server.close())

/** Somebody without an account. */
const stranger = () => openTestBrowser(server.url).api().previews
const tokenOf = (link: string) => link.split("/").at(-1) ?? ""
const talk = { pass: "", acts: [], beganMs: 1_800_000_000_000 }

test("a link shows the draft as it is now, to anyone, and nothing of what is said there is kept", async () => {
  const bot = await createBot(
    owner.api,
    'HEAR name WITH "Your name?"\nSET BOT MEMORY "last", name\nINSERT INTO guests WITH name = name\nWAIT 5\nTALK "Hello " & name',
  )
  const { link } = await owner.api.previews.create.mutate({ botId: bot.id, days: 1 })
  const token = tokenOf(link)
  const opened = await stranger().open.mutate({ token })
  expect(opened).toMatchObject({ isOpen: true, botName: "Bot" })
  const input = { token, ...talk, pass: opened.isOpen ? opened.pass : "" }
  const first = await stranger().talk.mutate(input)
  expect(first).toMatchObject({
    lines: [{ from: "bot", text: "Your name?" }],
    waiting: { kind: "text" },
    hasFailed: false,
  })
  const acts = [{ say: "Ana" }, { skip: 5 }]
  const then = await stranger().talk.mutate({ ...input, acts })
  expect(then.lines.map(({ text }) => text)).toEqual(["Your name?", "Ana", "Hello Ana"])
  const [row] = await server.db.tenantQuery<{ kept: number }>(
    [owner.orgId],
    `select ((select count(*) from conversations) + (select count(*) from memory_entries)
       + (select count(*) from bot_rows) + (select count(*) from journal))::int as kept`,
  )
  expect(row?.kept).toBe(0)
  const { revision, layout } = await owner.api.bots.loadDraft.query({ botId: bot.id })
  const source = 'TALK "Rewritten"'
  await owner.api.bots.saveDraft.mutate({ botId: bot.id, source, layout, baseRevision: revision })
  expect((await stranger().talk.mutate(input)).lines[0]?.text).toBe("Rewritten")
})

test("a link to a version shows that version, and one with a password shows nothing without it", async () => {
  const bot = await createBot(owner.api, 'TALK "Published"', "Secret plans")
  const ref = bot.version.id
  const { link, id } = await owner.api.previews.create.mutate({
    ...{ botId: bot.id, ref, days: 2, password: "open sesame" },
  })
  const token = tokenOf(link)
  expect(await stranger().open.mutate({ token })).toEqual({ isOpen: false })
  const wrong = stranger().open.mutate({ token, password: "sesame" })
  expect(await codeOf(wrong)).toBe("preview.password_refused")
  expect(await codeOf(stranger().talk.mutate({ token, ...talk }))).toBe("preview.password_refused")
  const opened = await stranger().open.mutate({ token, password: "open sesame" })
  const pass = opened.isOpen ? opened.pass : ""
  expect((await stranger().talk.mutate({ token, ...talk, pass })).lines[0]?.text).toBe("Published")
  const [listed] = await owner.api.previews.list.query({ botId: bot.id })
  expect(listed).toMatchObject({ id, link, number: 1, hasPassword: true })
  await owner.api.previews.revoke.mutate({ botId: bot.id, previewId: id })
  expect(await codeOf(stranger().talk.mutate({ token, ...talk, pass }))).toBe("preview.not_found")
})

test("a link ends with its days, and a draft with errors says so instead of running", async () => {
  const bot = await createBot(owner.api, 'TALK "x"')
  const { link } = await owner.api.previews.create.mutate({ botId: bot.id, days: 1 })
  const token = tokenOf(link)
  const { revision, layout } = await owner.api.bots.loadDraft.query({ botId: bot.id })
  const source = "GOTO nowhere"
  await owner.api.bots.saveDraft.mutate({ botId: bot.id, source, layout, baseRevision: revision })
  expect(await codeOf(stranger().talk.mutate({ token, ...talk }))).toBe("preview.broken")
  server.clock.advance(86_400_000)
  expect(await codeOf(stranger().open.mutate({ token }))).toBe("preview.not_found")
})
