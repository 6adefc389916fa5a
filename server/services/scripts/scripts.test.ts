import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { emptyLayout } from "#basic/graph/model.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createOwner } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
})
afterAll(() => server.close())

async function makeBot() {
  const { id: botId, slug } = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
  const { scripts, bots } = owner.api
  return {
    botId,
    slug,
    add: async (name: string, source = "") => {
      const { script } = await scripts.create.mutate({ botId, name })
      if (source !== "") await save(script.id, source, 1)
      return script.id
    },
    list: () => scripts.list.query({ botId }),
    publish: async () => {
      const { draftRevision } = await scripts.list.query({ botId })
      return bots.publish.mutate({ botId, baseRevision: draftRevision })
    },
    start: (source: string) => save(undefined, source, 1),
  }
  function save(scriptId: string | undefined, source: string, baseRevision: number) {
    const draft = { source, layout: emptyLayout, baseRevision }
    return bots.saveDraft.mutate({ botId, ...(scriptId && { scriptId }), ...draft })
  }
}

describe("the flows of a bot", () => {
  test("begin with one called start, and keep the order in which they were added", async () => {
    const bot = await makeBot()
    await bot.add("zebra")
    await bot.add("ant.bas")
    const { scripts, draftRevision } = await bot.list()
    expect(scripts.map(({ name, revision }) => [name, revision])).toEqual([
      ["start", 1],
      ["zebra", 1],
      ["ant", 1],
    ])
    expect(draftRevision).toBe(3)
  })

  test("are saved each by itself: a change to one is no conflict for another", async () => {
    const bot = await makeBot()
    const other = await bot.add("other")
    expect(await bot.start('TALK "start"')).toMatchObject({ ok: true, revision: 2 })
    const draft = { source: 'TALK "other"', layout: emptyLayout, baseRevision: 1 }
    const save = () =>
      owner.api.bots.saveDraft.mutate({ botId: bot.botId, scriptId: other, ...draft })
    expect(await save()).toEqual({ ok: true, revision: 2, draftRevision: 4 })
    expect(await save()).toMatchObject({ ok: false, current: { source: 'TALK "other"' } })
    const stored = owner.api.bots.loadDraft.query({ botId: bot.botId, scriptId: other })
    expect(await stored).toMatchObject({ source: 'TALK "other"', revision: 2 })
  })

  test("have names that differ in more than their case, of the form of a file's", async () => {
    const bot = await makeBot()
    const id = await bot.add("Order")
    expect(await codeOf(bot.add("order.bas"))).toBe("script.name_taken")
    expect(await codeOf(bot.add("START"))).toBe("script.name_taken")
    for (const name of ["", ".bas", "../up", "a//b", "a\nb", "/a", "<b>", "x".repeat(101)])
      expect(await codeOf(bot.add(name)), name).toBe("request.refused")
    const { botId } = bot
    const rename = (name: string) => owner.api.scripts.rename.mutate({ botId, scriptId: id, name })
    expect((await rename("tools/Größe 2")).script.name).toBe("tools/Größe 2")
    expect(await codeOf(rename("start"))).toBe("script.name_taken")
  })

  test("are duplicated with their text, and deleted but for the first", async () => {
    const bot = await makeBot()
    const { botId } = bot
    const id = await bot.add("order", 'TALK "order"')
    const { scripts } = owner.api
    const { script } = await scripts.duplicate.mutate({ botId, scriptId: id, name: "order 2" })
    await scripts.delete.mutate({ botId, scriptId: id })
    const { scripts: left } = await bot.list()
    expect(left.map(({ name }) => name)).toEqual(["start", "order 2"])
    expect(left[1]).toMatchObject({ id: script.id, source: 'TALK "order"' })
    const start = { botId, scriptId: left[0]?.id ?? "" }
    expect(await codeOf(scripts.delete.mutate(start))).toBe("script.entry_stays")
    expect(await codeOf(scripts.rename.mutate({ ...start, name: "x" }))).toBe("script.entry_stays")
    expect(await codeOf(scripts.delete.mutate({ botId, scriptId: id }))).toBe("script.not_found")
  })

  test("are held to so many bytes in all", async () => {
    const bot = await makeBot()
    const text = `' ${"é".repeat(490_000)}\n`
    for (const name of ["a", "b", "c", "d"]) await bot.add(name, text)
    expect(await codeOf(bot.add("e", text))).toBe("script.limit")
  })
})

describe("publishing several flows", () => {
  test("makes one program of them, in which they call each other with values", async () => {
    const bot = await makeBot()
    await bot.start('n = CALL "double", 21\nTALK "It is " + n\nCALL "bye.bas"\n')
    await bot.add("double", "PARAM n AS NUMBER\nRETURN 42\n")
    await bot.add("bye", 'HEAR name WITH "Who?"\nTALK "Bye " + name\n')
    expect(await bot.publish()).toMatchObject({ ok: true, warnings: [] })
    const rest = openRest(server.url)
    const { messages, conversation } = (await rest.start(bot.slug)).json
    expect(textsOf(messages)).toEqual(["It is 42", "Who?"])
    const answer = await rest.say(conversation, { text: "Ana" })
    expect(textsOf(answer.json.messages)).toEqual(["Bye Ana"])
  })

  test("is refused by an error in any of them, and names the flow", async () => {
    const bot = await makeBot()
    await bot.add("other", "IF x THEN\n")
    const result = await bot.publish()
    expect(result).toMatchObject({ ok: false })
    expect(!result.ok && result.diagnostics.some(({ script }) => script === "other")).toBe(true)
  })

  test("warns of a flow that is called and not there, which is an error only when it is reached", async () => {
    const bot = await makeBot()
    await bot.start('CALL "gone.bas" ELSE GOTO sorry\nEXIT\nsorry:\nTALK ERROR MESSAGE\n')
    expect(await bot.publish()).toMatchObject({
      ok: true,
      warnings: [{ code: "basic.missing_script", severity: "warning" }],
    })
    const { messages } = (await openRest(server.url).start(bot.slug)).json
    expect(textsOf(messages)).toEqual(["This bot has no script gone.bas."])
  })

  test("keeps the texts of all flows and what they declare with the version", async () => {
    const bot = await makeBot()
    await bot.add("other", "OPTION STRICT\n")
    await bot.publish()
    const [version] = await server.db.tenantQuery<{
      scripts: { name: string; source: string }[]
      declarations: { isStrict: boolean }
    }>([owner.orgId], "select scripts, declarations from versions where bot_id = $1", [bot.botId])
    expect(version?.scripts.map(({ name }) => name)).toEqual(["start", "other"])
    expect(version?.scripts[1]?.source).toBe("OPTION STRICT\n")
    expect(version?.declarations.isStrict).toBe(true)
  })

  test("tells of changes that are not published until they are, in whichever flow they were made", async () => {
    const bot = await makeBot()
    const hasChanges = async () =>
      (await owner.api.bots.get.query({ botId: bot.botId })).hasUnpublishedChanges
    await bot.publish()
    expect(await hasChanges()).toBe(false)
    const id = await bot.add("other")
    expect(await hasChanges()).toBe(true)
    await bot.publish()
    expect(await hasChanges()).toBe(false)
    await owner.api.scripts.rename.mutate({ botId: bot.botId, scriptId: id, name: "another" })
    expect(await hasChanges()).toBe(true)
  })
})
