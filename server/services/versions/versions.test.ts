import { afterAll, beforeAll, describe, expect, test } from "vitest"
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

async function save(botId: string, source: string) {
  const { revision, layout } = await owner.api.bots.loadDraft.query({ botId })
  const input = { botId, source, layout, baseRevision: revision }
  const saved = await owner.api.bots.saveDraft.mutate(input)
  if (!saved.ok) throw new Error("not saved")
  return saved.draftRevision
}

type PublishInput = Parameters<typeof owner.api.bots.publish.mutate>[0]
async function publish(botId: string, source: string, more: Partial<PublishInput> = {}) {
  const baseRevision = await save(botId, source)
  const answer = await owner.api.bots.publish.mutate({ botId, baseRevision, ...more })
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics))
  return answer.version
}

const saidBy = async (slug: string) =>
  textsOf((await openRest(server.url).start(slug)).json.messages)

const refusalOf = async (slug: string) =>
  (await openRest(server.url).problem("POST", `/bots/${slug}/conversations`, { body: {} })).json
    .code

describe("the history of a bot", () => {
  test("holds what was published, and what was kept of the draft, with names and notes", async () => {
    const bot = await createBot(owner.api, 'TALK "one"', "History")
    const botId = bot.id
    await save(botId, 'TALK "not published"\nGOTO nowhere')
    server.clock.advance(1_000)
    const { ref } = await owner.api.versions.save.mutate({ botId, name: "An idea" })
    server.clock.advance(1_000)
    const version = await publish(botId, 'TALK "two"', { name: "Spring", note: "With flowers" })
    await owner.api.versions.rename.mutate({ botId, ref: bot.version.id, name: "First", note: "" })
    const { entries } = await owner.api.versions.list.query({ botId })
    expect(
      entries.map(({ ref, kind, number, name, note, isLive }) => [
        ref,
        kind,
        number,
        name,
        note,
        isLive,
      ]),
    ).toEqual([
      [version.id, "version", 2, "Spring", "With flowers", true],
      [ref, "snapshot", null, "An idea", "", false],
      [bot.version.id, "version", 1, "First", "", false],
    ])
    const { scripts } = await owner.api.versions.read.query({ botId, ref })
    expect(scripts.map(({ name, source }) => [name, source])).toEqual([
      ["start", 'TALK "not published"\nGOTO nowhere'],
    ])
    await owner.api.versions.delete.mutate({ botId, ref })
    expect(await codeOf(owner.api.versions.read.query({ botId, ref }))).toBe("version.not_found")
  })

  test("goes back to an earlier version in one act, and the draft stays as it is", async () => {
    const bot = await createBot(owner.api, 'TALK "one"')
    await publish(bot.id, 'TALK "two"')
    expect(await saidBy(bot.slug)).toEqual(["two"])
    const versionId = bot.version.id
    expect(await owner.api.versions.goLive.mutate({ botId: bot.id, versionId })).toEqual({
      number: 1,
    })
    expect(await saidBy(bot.slug)).toEqual(["one"])
    expect((await owner.api.bots.loadDraft.query({ botId: bot.id })).source).toBe('TALK "two"')
  })
})

describe("staging", () => {
  test("answers at a link of its own until it is promoted, renewed or closed", async () => {
    const bot = await createBot(owner.api, 'TALK "live"')
    const botId = bot.id
    expect(await codeOf(owner.api.versions.promote.mutate({ botId }))).toBe(
      "version.nothing_staged",
    )
    const { stagingSlug } = await publish(botId, 'TALK "staged"', { to: "staging" })
    expect(await saidBy(bot.slug)).toEqual(["live"])
    expect(await saidBy(stagingSlug ?? "")).toEqual(["staged"])
    expect(await owner.api.versions.list.query({ botId })).toMatchObject({
      stagingSlug,
      canPromote: true,
    })
    const renewed = await owner.api.versions.renewStaging.mutate({ botId })
    expect(await refusalOf(stagingSlug ?? "")).toBe("bot.not_found")
    expect(await saidBy(renewed.stagingSlug)).toEqual(["staged"])
    expect(await owner.api.versions.promote.mutate({ botId })).toEqual({ number: 2 })
    expect(await saidBy(bot.slug)).toEqual(["staged"])
    expect(await owner.api.versions.list.query({ botId })).toMatchObject({ canPromote: false })
    await owner.api.versions.closeStaging.mutate({ botId })
    expect(await refusalOf(renewed.stagingSlug)).toBe("bot.not_found")
  })
})

describe("conversations that run when a bot is published", () => {
  const first = 'HEAR name WITH "Name?"\nHEAR size WITH "Size?"\nTALK "old " & name'

  test("are counted beforehand: who would follow, and who cannot and why", async () => {
    const bot = await createBot(owner.api, first)
    const botId = bot.id
    const rest = openRest(server.url)
    const asked = await rest.start(bot.slug)
    const further = await rest.start(bot.slug)
    await rest.say(further.json.conversation, { text: "Ana" })
    await save(botId, 'TALK "Hi"\nHEAR size WITH "Size?"\nTALK "new"')
    const table = { steps: {}, variables: {} }
    const preview = await owner.api.versions.previewMove.query({ botId, table })
    expect(asked.status).toBe(201)
    expect(preview).toMatchObject({ waiting: 2, isPart: false })
    expect(preview.moving + preview.staying.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    for (const { problem, flow } of preview.staying)
      expect([problem, flow]).toEqual(["question_gone", "start"])
  })

  test("follow at once when the publication says so", async () => {
    const bot = await createBot(owner.api, first)
    const rest = openRest(server.url)
    const { json } = await rest.start(bot.slug)
    await rest.say(json.conversation, { text: "Ana" })
    await publish(bot.id, first.replace("old", "new"), { running: { kind: "now" } })
    const answer = await rest.say(json.conversation, { text: "large" })
    expect(textsOf(answer.json.messages)).toEqual(["new Ana"])
  })
})
