import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { callTogether, listProcedures } from "#server/testing/list-procedures.ts"
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

const rows = <Row>(text: string, params: string[] = []) =>
  server.db.tenantQuery<Row>([owner.orgId], text, params)

describe("a deleted bot", () => {
  test("is met by nobody from that moment on, and comes back as it was, what was due included", async () => {
    const bot = await createBot(owner.api, 'TALK "a"\nWAIT 60\nTALK "b"\nHEAR x', "Gone")
    const rest = openRest(server.url)
    const { json } = await rest.start(bot.slug)
    const { link } = await owner.api.previews.create.mutate({ botId: bot.id, days: 1 })
    const form = new FormData()
    form.set("file", new File(["x"], "x.txt"))
    const uploaded = await owner.browser.fetch(`/api/dashboard/bots/${bot.id}/files`, {
      ...{ method: "POST", headers: { "x-botwright-org": owner.orgId }, body: form },
    })
    const { id: fileId } = (await uploaded.json()) as { id: string }
    const { url } = await owner.api.files.link.query({ botId: bot.id, fileId })
    expect((await fetch(new URL(url, server.url))).status).toBe(200)
    await owner.api.bots.delete.mutate({ botId: bot.id })
    expect((await fetch(new URL(url, server.url))).status).not.toBe(200)

    expect(
      (await rest.problem("POST", `/bots/${bot.slug}/conversations`, { body: {} })).json.code,
    ).toBe("bot.not_found")
    expect((await rest.say(json.conversation, { text: "hi" })).status).toBe(401)
    const open = owner.browser.api().previews.open.mutate({ token: link.split("/").at(-1) ?? "" })
    expect(await codeOf(open)).toBe("preview.not_found")
    expect((await owner.api.bots.list.query()).map(({ id }) => id)).not.toContain(bot.id)
    server.clock.advance(120_000)
    await server.container.engine.sweep()
    expect(await rows("select text from messages where text = 'b'")).toEqual([])

    const [entry] = await owner.api.bin.list.query({})
    expect(entry).toMatchObject({ kind: "bot", name: "Gone" })
    const entryId = entry?.id ?? ""
    expect(await owner.api.bin.restoreBot.mutate({ entryId })).toMatchObject({
      id: bot.id,
      slug: bot.slug,
    })
    await server.container.engine.sweep()
    expect(await rows("select text from messages where text = 'b'")).toHaveLength(1)
    expect(textsOf((await rest.start(bot.slug)).json.messages)).toEqual(["a"])
    expect(await codeOf(owner.api.bin.restoreBot.mutate({ entryId }))).toBe("bin.entry_gone")
  })

  test("is not found by any procedure that names it, and in no list", async () => {
    const bot = await createBot(owner.api, 'TALK "canary-bin"\nHEAR x', "canary-bin")
    await openRest(server.url).start(bot.slug)
    await owner.api.bots.delete.mutate({ botId: bot.id })
    // The bin itself is where it is found.
    const asked = listProcedures().filter(({ name }) => !/^(bin|account|orgs)\./.test(name))
    const inputs = [{ botId: bot.id }, {}, { filter: "all" }, { state: "sent" }, { state: "open" }]
    const calls = asked.flatMap((procedure) => inputs.map((input) => ({ procedure, input })))
    const answers = await callTogether(owner.browser.fetch, owner.orgId, calls)
    const found = calls.filter(({ input }, at) => {
      const { status = 0, text = "" } = answers[at] ?? {}
      const isFound = status === 200 && "botId" in input
      return text.includes("canary-bin") || (isFound && text.includes(bot.id))
    })
    expect(answers).toHaveLength(calls.length)
    expect(found).toEqual([])
  })

  test("can be deleted for good at once", async () => {
    const bot = await createBot(owner.api, 'TALK "x"', "At once")
    await owner.api.bots.delete.mutate({ botId: bot.id })
    const entry = (await owner.api.bin.list.query({})).find(({ name }) => name === "At once")
    await owner.api.bin.purgeBot.mutate({ entryId: entry?.id ?? "" })
    const left = await server.db.dispatcherQuery("select id from bots where slug = $1", [bot.slug])
    expect(left).toEqual([])
  })
})

describe("a deleted flow", () => {
  test("comes back with its text, under another name where its own was taken meanwhile", async () => {
    const bot = await createBot(owner.api, 'TALK "x"')
    const botId = bot.id
    const { script } = await owner.api.scripts.create.mutate({ botId, name: "order" })
    const { layout } = await owner.api.bots.loadDraft.query({ botId, scriptId: script.id })
    const input = { botId, scriptId: script.id, source: 'TALK "kept"', layout, baseRevision: 1 }
    await owner.api.bots.saveDraft.mutate(input)
    await owner.api.scripts.delete.mutate({ botId, scriptId: script.id })
    expect((await owner.api.scripts.list.query({ botId })).scripts).toHaveLength(1)
    await owner.api.scripts.create.mutate({ botId, name: "Order" })
    const [entry] = await owner.api.bin.list.query({ botId })
    const restored = await owner.api.bin.restoreScript.mutate({ botId, entryId: entry?.id ?? "" })
    expect(restored).toMatchObject({ script: { name: "order 2" }, source: 'TALK "kept"' })
    expect(await owner.api.bin.list.query({ botId })).toEqual([])
  })
})

describe("the end of what lies in the bin", () => {
  test("keeps its public name for thirty days, and goes for good then", async () => {
    const bot = await createBot(owner.api, 'TALK "x"', "Thirty")
    await owner.api.bots.delete.mutate({ botId: bot.id })
    const count = async () =>
      (
        await server.db.dispatcherQuery<{ id: string }>("select id from bots where slug = $1", [
          bot.slug,
        ])
      ).length
    server.clock.advance(29 * 86_400_000)
    await server.container.engine.sweep()
    expect(await count()).toBe(1)
    server.clock.advance(2 * 86_400_000)
    await server.container.engine.sweep()
    expect(await count()).toBe(0)
    expect(await rows("select name from bin_entries where name = 'Thirty'")).toEqual([])
  })
})
