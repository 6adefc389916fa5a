import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { checkSource } from "#basic"
import { emptyLayout } from "#basic/graph/model.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
})
afterAll(() => server.close())

const save = (botId: string, source: string, baseRevision: number) =>
  owner.api.bots.saveDraft.mutate({ botId, source, layout: emptyLayout, baseRevision })

describe("a bot", () => {
  test.each(["empty", "welcome"] as const)(
    "made from the template %s can be published and talked to as it is",
    async (template) => {
      const bot = await owner.api.bots.create.mutate({ name: `From ${template}`, template })
      expect(bot).toMatchObject({
        name: `From ${template}`,
        publishedVersion: null,
        hasUnpublishedChanges: true,
        draftRevision: 1,
      })
      const published = await owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: 1 })
      expect(published).toMatchObject({ ok: true, version: { number: 1 } })
      const { json } = await openRest(server.url).start(bot.slug)
      expect(json.messages[0]?.text).toMatch(/^Hello/)
      expect(await owner.api.bots.get.query({ botId: bot.id })).toMatchObject({
        publishedVersion: { number: 1 },
        hasUnpublishedChanges: false,
      })
    },
  )

  test.each([
    ["America/Sao_Paulo", "America/Sao_Paulo"],
    ["Nowhere/Atlantis", "UTC"],
    [undefined, "UTC"],
  ])("made where the zone is %s goes by the clock of %s", async (timeZone, expected) => {
    const { id } = await owner.api.bots.create.mutate({ name: "B", template: "empty", timeZone })
    expect((await owner.api.settings.get.query({ botId: id })).timeZone).toBe(expected)
  })

  test("gets a public name that can be read and cannot be guessed", async () => {
    const names = ["Crème brûlée & Co.", "日本語", "../../etc/passwd", "a".repeat(80)]
    const slugs = await Promise.all(
      names.map(
        async (name) => (await owner.api.bots.create.mutate({ name, template: "empty" })).slug,
      ),
    )
    expect(slugs[0]).toMatch(/^creme-brulee-co-[0-9a-z]{6}$/)
    expect(slugs[1]).toMatch(/^bot-[0-9a-z]{6}$/)
    expect(slugs[2]).toMatch(/^etc-passwd-[0-9a-z]{6}$/)
    for (const slug of slugs) expect(slug.length).toBeLessThanOrEqual(64)
  })

  test("SBX-07 a name with the marks of other languages stays a name", async () => {
    for (const name of [
      "<img src=x onerror=alert(1)>",
      "'; drop table bots; --",
      "=HYPERLINK(1)",
      "$(rm -rf /)",
      "{{7*7}}",
    ]) {
      const bot = await owner.api.bots.create.mutate({ name, template: "empty" })
      expect((await owner.api.bots.get.query({ botId: bot.id })).name).toBe(name)
    }
  })

  test("keeps its public name when it is renamed, and is gone when it was deleted", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "Before", template: "empty" })
    const renamed = await owner.api.bots.rename.mutate({ botId: bot.id, name: "After" })
    expect(renamed).toMatchObject({ name: "After", slug: bot.slug })
    await owner.api.bots.delete.mutate({ botId: bot.id })
    expect(await codeOf(owner.api.bots.get.query({ botId: bot.id }))).toBe("bot.not_found")
    expect((await owner.api.bots.list.query()).map(({ id }) => id)).not.toContain(bot.id)
  })

  test("shuts its conversations when it is deleted, and takes them along when it goes for good", async () => {
    const bot = await createBot(owner.api, 'HEAR name WITH "Who?"\n', "Doomed")
    const rest = openRest(server.url)
    const { conversation } = (await rest.start(bot.slug, { contact: { name: "Ana" } })).json
    await owner.api.bots.delete.mutate({ botId: bot.id })
    expect((await rest.say(conversation, { text: "x" })).status).toBe(401)
    const entry = (await owner.api.bin.list.query({})).find(({ name }) => name === "Doomed")
    await owner.api.bin.purgeBot.mutate({ entryId: entry?.id ?? "" })
    const left = await server.db.tenantQuery(
      [owner.orgId],
      "select id from conversations where bot_id = $1",
      [bot.id],
    )
    expect(left).toEqual([])
  })

  test.each([
    ["https://shop.example/path", "must be an origin"],
    ["shop.example", "must be an origin"],
    ["javascript:alert(1)", "must be an origin"],
    ["*", "must be an origin"],
    ["https://user@shop.example", "must be an origin"],
  ])("does not take %s as an allowed site", async (origin, problem) => {
    const bot = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
    const call = owner.api.bots.setAllowedOrigins.mutate({ botId: bot.id, origins: [origin] })
    await expect(call).rejects.toMatchObject({
      data: { problem: { status: 400, detail: expect.stringContaining(problem) } },
    })
  })
})

describe("a draft", () => {
  test("is loaded as it was saved, and its revision grows by one with each save", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
    const layout = {
      ...emptyLayout,
      stepIds: ["s1"],
      groups: { __proto__x: { x: 1.5, y: -2 } },
      titles: { s1: "Ask e-mail" },
      nextId: 2,
    }
    const source = '\' a comment\nTALK "Ünïcode 👩‍👩‍👧"\r\n\n'
    const saved = await owner.api.bots.saveDraft.mutate({
      botId: bot.id,
      source,
      layout,
      baseRevision: 1,
    })
    expect(saved).toEqual({ ok: true, revision: 2, draftRevision: 2 })
    expect(await owner.api.bots.loadDraft.query({ botId: bot.id })).toEqual({
      source,
      layout,
      revision: 2,
    })
  })

  test("of two people who save at once one is told what the other saved, and nothing is lost", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
    const results = await Promise.all([save(bot.id, "' one\n", 1), save(bot.id, "' two\n", 1)])
    const winner = results.find(({ ok }) => ok)
    const loser = results.find(({ ok }) => !ok)
    expect(winner).toEqual({ ok: true, revision: 2, draftRevision: 2 })
    const stored = await owner.api.bots.loadDraft.query({ botId: bot.id })
    expect(loser).toEqual({ ok: false, reason: "conflict", current: stored })
  })

  test("of a megabyte is taken, a larger one is refused with its limit", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
    const line = `' ${"x".repeat(96)}\n`
    expect(await save(bot.id, line.repeat(10_000), 1)).toMatchObject({ ok: true, revision: 2 })
    expect(await codeOf(save(bot.id, line.repeat(10_500), 2))).toBe("request.refused")
    expect(await codeOf(save(bot.id, line.repeat(30_000), 2))).toBe("request.too_large")
  })

  test("is refused with a layout of another shape", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
    for (const layout of [
      {},
      { ...emptyLayout, extra: 1 },
      { ...emptyLayout, groups: { g: { x: "1", y: 2 } } },
      null,
    ]) {
      const call = owner.api.bots.saveDraft.mutate({
        botId: bot.id,
        source: "",
        layout,
        baseRevision: 1,
      } as never)
      expect(await codeOf(call)).toBe("request.refused")
    }
  })

  test("a character that cannot be stored is refused in words", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
    expect(await codeOf(save(bot.id, 'TALK "\u0000"', 1))).toBe("request.refused")
  })
})

describe("publishing", () => {
  test("a program with errors is not published, and every one of them is told", async () => {
    const bot = await createBot(owner.api, 'TALK "First"\n')
    const source = 'IF x THEN\nTALK "a"\nGOTO nowhere\n'
    const { draftRevision } = await owner.api.bots.get.query({ botId: bot.id })
    await save(bot.id, source, draftRevision)
    const result = await owner.api.bots.publish.mutate({
      botId: bot.id,
      baseRevision: draftRevision + 1,
    })
    expect(result).toEqual({ ok: false, diagnostics: checkSource(source).diagnostics })
    expect(await owner.api.bots.get.query({ botId: bot.id })).toMatchObject({
      publishedVersion: { number: 1 },
      hasUnpublishedChanges: true,
    })
    expect(textsOf((await openRest(server.url).start(bot.slug)).json.messages)).toEqual(["First"])
  })

  test("is refused when the draft has changed since it was looked at", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
    await save(bot.id, 'TALK "x"\n', 1)
    expect(await codeOf(owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: 1 }))).toBe(
      "bot.draft_changed",
    )
  })

  test("new conversations begin with the new version, running ones finish on theirs", async () => {
    const rest = openRest(server.url)
    const bot = await createBot(owner.api, 'HEAR a WITH "One?"\nTALK "One"\n')
    const { conversation } = (await rest.start(bot.slug)).json
    const { draftRevision } = await owner.api.bots.get.query({ botId: bot.id })
    await save(bot.id, 'HEAR a WITH "Two?"\nTALK "Two"\n', draftRevision)
    await owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: draftRevision + 1 })
    expect(textsOf((await rest.say(conversation, { text: "x" })).json.messages)).toEqual(["One"])
    expect(textsOf((await rest.start(bot.slug)).json.messages)).toEqual(["Two?"])
    const versions = await owner.api.bots.versions.query({ botId: bot.id })
    expect(
      versions.map(({ number, isCurrent, publishedBy }) => [number, isCurrent, publishedBy]),
    ).toEqual([
      [2, true, "Test person"],
      [1, false, "Test person"],
    ])
  })

  test("two publications at once get two numbers", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
    const publish = () => owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: 1 })
    const results = await Promise.all([publish(), publish(), publish()])
    expect(results.map((result) => (result.ok ? result.version.number : 0)).sort()).toEqual([
      1, 2, 3,
    ])
  })

  test("the same program is stored once, however often it is published", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
    for (let round = 0; round < 3; round++)
      await owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: 1 })
    const hashes = await server.db.tenantQuery<{ hash: string }>(
      [owner.orgId],
      `select distinct bundle_hash as hash from versions where bot_id = $1`,
      [bot.id],
    )
    expect(hashes).toHaveLength(1)
  })
})

test("every write stands in the audit log, with who did it", async () => {
  const { orgId, userId, api } = await createOwner(server)
  const bot = await createBot(api, 'TALK "x"\n')
  await api.bots.rename.mutate({ botId: bot.id, name: "N" })
  await api.bots.setAllowedOrigins.mutate({ botId: bot.id, origins: ["https://a.example"] })
  await api.bots.delete.mutate({ botId: bot.id })
  const rows = await server.db.tenantQuery<{ action: string; actor: string; subject: string }>(
    [orgId],
    "select action, actor, subject from audit_events order by action",
  )
  expect(rows.map(({ action }) => action)).toEqual([
    "bot.created",
    "bot.deleted",
    "bot.origins_changed",
    "bot.published",
    "bot.renamed",
    "draft.saved",
    "org.created",
  ])
  expect(rows.every(({ actor }) => actor === userId)).toBe(true)
  expect(rows.filter(({ subject }) => subject === bot.id)).toHaveLength(6)
})
