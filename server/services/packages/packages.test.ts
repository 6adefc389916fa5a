import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { emptyLayout } from "#basic/graph/model.ts"
import { unzip } from "#server/infra/documents/unzip.ts"
import { zip } from "#server/infra/documents/zip.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createOwner } from "#server/testing/people.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let stranger: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  stranger = await createOwner(server)
})
afterAll(() => server.close())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array) => unzip(bytes, { maxEntries: 1_000, maxBytes: 50_000_000 })

async function exportBot(botId: string, who = owner): Promise<Uint8Array> {
  const { base64 } = await who.api.packages.export.query({ botId })
  return Buffer.from(base64, "base64")
}

interface Imported {
  readonly bot: { readonly id: string; readonly name: string }
  readonly secrets: readonly string[]
  readonly keptPrompts?: readonly string[]
  readonly code?: string
  readonly detail?: string
}
async function importPackage(bytes: Uint8Array, who = owner, name?: string) {
  const form = new FormData()
  form.set("file", new File([new Uint8Array(bytes)], "bot.zip"))
  if (name !== undefined) form.set("name", name)
  const response = await who.browser.fetch("/api/dashboard/packages", {
    method: "POST",
    headers: { "x-botwright-org": who.orgId },
    body: form,
  })
  return { status: response.status, body: (await response.json()) as Imported }
}

/** A small package with parts put in, changed or (null) taken out. */
function packageWith(changes: Readonly<Record<string, string | null>> = {}): Uint8Array {
  const parts: Record<string, string | null> = {
    "manifest.json": JSON.stringify({
      format: 1,
      name: "Small",
      languages: ["en"],
      timeZone: "UTC",
      scripts: ["start"],
      tests: [],
      documents: [],
    }),
    "settings.json": "[]",
    "scripts/start.bas": 'TALK "Hello!"\n',
    "layouts/start.json": JSON.stringify(emptyLayout),
    ...changes,
  }
  return zip(
    Object.entries(parts).flatMap(([name, text]) =>
      text === null ? [] : [{ name, bytes: bytesOf(text) }],
    ),
  )
}

const manifestOf = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    ...{ format: 1, name: "Small", languages: [], timeZone: "UTC" },
    ...{ scripts: ["start"], tests: [], documents: [] },
    ...changes,
  })

const promptOf = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([
    {
      ...{ name: "Tone", goal: null, rating: null, liveNumber: 1 },
      versions: [{ number: 1, text: "Be kind.", variables: [], note: "" }],
      ...changes,
    },
  ])

describe("a package", () => {
  test("holds the whole bot, and gives the same bot back in another organization", async () => {
    const bot = await owner.api.bots.create.mutate({
      name: "Front desk",
      template: "appointment-booking",
    })
    await owner.api.settings.setValue.mutate({
      botId: bot.id,
      name: "param-greeting",
      value: "Hi",
    })
    await owner.api.settings.setValue.mutate({
      ...{ botId: bot.id, name: "crm-api-key", value: "sk-very-secret", isSecret: true },
    })
    const bytes = await exportBot(bot.id)
    expect(read(bytes).map(({ name }) => name)).toEqual([
      ...["manifest.json", "settings.json"],
      ...["scripts/start.bas", "layouts/start.json"],
      ...["scripts/change-or-cancel.bas", "layouts/change-or-cancel.json"],
      ...["tests/change-or-cancel.test.bas", "tests/start.test.bas"],
      "knowledge/house-rules.md",
    ])
    expect(Buffer.from(bytes).includes("sk-very-secret")).toBe(false)
    const { status, body } = await importPackage(bytes, stranger)
    expect([status, body.secrets]).toEqual([201, ["crm-api-key"]])
    const again = read(await exportBot(body.bot.id, stranger))
    const before = read(bytes)
    const withoutSettings = (parts: typeof before) =>
      parts.filter(({ name }) => name !== "settings.json").map(toText)
    expect(withoutSettings(again)).toEqual(withoutSettings(before))
    const [base] = await stranger.api.knowledge.bases.query({ botId: body.bot.id })
    const { documents } = await stranger.api.knowledge.documents.query({
      botId: body.bot.id,
      baseId: base?.id ?? "",
    })
    expect([base?.name, documents.map(({ title }) => title)]).toEqual([
      "knowledge",
      ["house-rules.md"],
    ])
    const values = await stranger.api.settings.get.query({ botId: body.bot.id })
    expect(values.values.map(({ name, value }) => [name, value])).toEqual([
      ["param-greeting", "Hi"],
    ])
  })

  test("brings the prompts its flows name, and changes none that is there", async () => {
    const prompt = await owner.api.prompts.create.mutate({ name: "Tone", text: "Be kind." })
    const more = { promptId: prompt.id, text: "Be short, {{name}}.", variables: [] }
    await owner.api.prompts.saveVersion.mutate({ ...more, isLive: false })
    await owner.api.prompts.create.mutate({ name: "Unused", text: "Nobody says this." })
    const bot = await owner.api.bots.create.mutate({ name: "Prompted", template: "empty" })
    const { layout, revision } = await owner.api.bots.loadDraft.query({ botId: bot.id })
    await owner.api.bots.saveDraft.mutate({
      ...{ botId: bot.id, layout, baseRevision: revision },
      source: 'HEAR q\nTALK LLM q WITH PROMPT "tone"\nTALK LLM q WITH PROMPT "Tone@2"\n',
    })
    const bytes = await exportBot(bot.id)
    expect(Buffer.from(bytes).includes("prompts.json")).toBe(true)
    expect((await importPackage(bytes)).body.keptPrompts).toEqual([])
    expect((await importPackage(bytes, stranger)).body.keptPrompts).toEqual([])
    const [theirs] = await stranger.api.prompts.list.query({})
    expect(theirs).toMatchObject({ name: "Tone", liveNumber: 1, versions: 2, text: "Be kind." })
    await stranger.api.prompts.saveVersion.mutate({ ...more, promptId: theirs?.id ?? "" })
    expect((await importPackage(bytes, stranger)).body.keptPrompts).toEqual(["Tone"])
    expect(await stranger.api.prompts.list.query({})).toHaveLength(1)
  })

  test("becomes a new bot and leaves the one it was made of alone; nothing is published", async () => {
    const before = await owner.api.bots.list.query()
    const bytes = packageWith()
    const one = await importPackage(bytes)
    const other = await importPackage(bytes, owner, "Under another name")
    expect([one.body.bot.name, other.body.bot.name]).toEqual(["Small", "Under another name"])
    const after = await owner.api.bots.list.query()
    expect(after).toHaveLength(before.length + 2)
    expect(after.find(({ id }) => id === one.body.bot.id)?.publishedVersion).toBeNull()
  })

  test.each<[string, Uint8Array, string]>([
    ["is no archive", bytesOf("Hello"), "package.unreadable"],
    ["is cut off", packageWith().subarray(0, 200), "package.unreadable"],
    ["has no manifest", packageWith({ "manifest.json": null }), "package.part_missing"],
    [
      "names a flow that is not there",
      packageWith({ "scripts/start.bas": null }),
      "package.part_missing",
    ],
    ["leads upwards", packageWith({ "../../etc/passwd": "x" }), "package.name_refused"],
    [
      "leads upwards within a folder",
      packageWith({ "knowledge/../../x": "x" }),
      "package.name_refused",
    ],
    ["has an absolute name", packageWith({ "/scripts/x.bas": "x" }), "package.name_refused"],
    ["has a name of Windows", packageWith({ "scripts\\x.bas": "x" }), "package.name_refused"],
    [
      "has a name with a zero in it",
      packageWith({ "scripts/x\0.bas": "x" }),
      "package.name_refused",
    ],
    [
      "has a name twice but for its case",
      packageWith({ "scripts/START.bas": "x" }),
      "package.name_refused",
    ],
    [
      "holds what its manifest does not name",
      packageWith({ "knowledge/extra.md": "x" }),
      "package.name_refused",
    ],
    [
      "has a manifest that is no JSON",
      packageWith({ "manifest.json": "{" }),
      "package.part_refused",
    ],
    [
      "is of a newer form",
      packageWith({ "manifest.json": manifestOf({ format: 2 }) }),
      "package.part_refused",
    ],
    [
      "has a flow with a hostile name",
      packageWith({ "manifest.json": manifestOf({ scripts: ["start", "../x"] }) }),
      "package.part_refused",
    ],
    [
      "has a prompt without its live version",
      packageWith({ "prompts.json": promptOf({ liveNumber: 2 }) }),
      "package.part_refused",
    ],
    [
      "has a prompt with a field nobody knows",
      packageWith({ "prompts.json": promptOf({ orgId: "org_x" }) }),
      "package.part_refused",
    ],
    [
      "has no first flow",
      packageWith({ "manifest.json": manifestOf({ scripts: ["order"] }) }),
      "package.part_refused",
    ],
    [
      "has a layout with a wrong field",
      packageWith({ "layouts/start.json": '{"version":1,"x":1}' }),
      "package.part_refused",
    ],
    [
      "has a flow that is no text",
      packageWith({ "scripts/start.bas": "TALK \u0000" }),
      "package.part_refused",
    ],
    [
      "has a flow that is too long",
      packageWith({
        "scripts/start.bas": `' ${Array.from({ length: 200_000 }, (_, at) => at).join(" ")}`,
      }),
      "package.part_refused",
    ],
    [
      "unpacks to far more than its size",
      packageWith({ "knowledge/blank.md": " ".repeat(20_000_000) }),
      "package.too_dense",
    ],
    [
      "unpacks to more than 100 MB",
      packageWith({ "knowledge/blank.md": " ".repeat(100_000_001) }),
      "package.too_large",
    ],
  ])("that %s is refused whole, with the reason", async (_, bytes, code) => {
    const before = (await owner.api.bots.list.query()).length
    const { status, body } = await importPackage(bytes)
    expect(body.code).toBe(code)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body.detail).toMatch(/\.$/)
    expect(await owner.api.bots.list.query()).toHaveLength(before)
  })

  test("with too many files, or of more than an upload may have, is refused", async () => {
    const many = zip(
      Array.from({ length: 1_001 }, (_, index) => ({
        name: `knowledge/${index}.md`,
        bytes: bytesOf("x"),
      })),
    )
    expect((await importPackage(many)).body.code).toBe("package.too_many_parts")
    const huge = await importPackage(new Uint8Array(26_300_000))
    expect([huge.status, huge.body.code]).toEqual([413, "file.too_large"])
  })

  test("whose flows include each other is refused, and says which", async () => {
    const { body } = await importPackage(
      packageWith({
        "manifest.json": manifestOf({ scripts: ["start", "a"] }),
        "scripts/start.bas": 'INCLUDE "a.bas"\n',
        "scripts/a.bas": 'INCLUDE "start.bas"\n',
        "layouts/a.json": JSON.stringify(emptyLayout),
      }),
    )
    expect([body.code, body.detail]).toEqual([
      "package.cycle",
      "These flows include each other in a circle: start > a > start.",
    ])
  })
})

test("SBX-08 nothing of an imported bot runs, is scheduled, listens or is public before somebody publishes it", async () => {
  const source =
    'SET SCHEDULE "every minute"\nON "order placed"\nWEBHOOK "orders"\nPOST "http://127.0.0.1:9/stolen", "x"\nTALK "It ran"\n'
  const bytes = packageWith({
    "scripts/start.bas": source,
    "manifest.json": manifestOf({ tests: ["start.test"] }),
    "tests/start.test.bas": 'TALK "a test runs when somebody runs it"\n',
  })
  const { body } = await importPackage(bytes)
  const botId = body.bot.id
  server.clock.advance(3_600_000)
  await server.container.engine.sweep()
  const tables = ["conversations", "runs", "inbound_events", "timers", "outbox", "schedules"]
  for (const table of [...tables, "versions"]) {
    const rows = await server.db.tenantQuery(
      [owner.orgId],
      `select 1 as there from ${table} t where to_jsonb(t) ->> 'bot_id' = $1`,
      [botId],
    )
    expect([table, rows]).toEqual([table, []])
  }
  const { slug, hasUnpublishedChanges } = await owner.api.bots.get.query({ botId })
  expect(hasUnpublishedChanges).toBe(true)
  const met = await fetch(`${server.url}/api/v1/bots/${slug}/conversations`, { method: "POST" })
  expect(met.status).toBe(404)
})

describe("a copy of a bot", () => {
  test("has everything the bot has, under another name and with ids of its own", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "Quiz", template: "quiz" })
    const { bot: copy } = await owner.api.packages.duplicate.mutate({
      botId: bot.id,
      name: "Quiz, second edition",
    })
    expect([copy.id === bot.id, copy.slug === bot.slug]).toEqual([false, false])
    const [one, other] = [await exportBot(bot.id), await exportBot(copy.id)].map((bytes) =>
      read(bytes)
        .filter(({ name }) => name !== "manifest.json")
        .map(toText),
    )
    expect(other).toEqual(one)
  })

  test("is nobody's but that of the organization", async () => {
    const bot = await owner.api.bots.create.mutate({ name: "Mine", template: "empty" })
    const place = { botId: bot.id }
    expect(await codeOf(stranger.api.packages.export.query(place))).toBe("bot.not_found")
    expect(await codeOf(stranger.api.packages.duplicate.mutate({ ...place, name: "Theirs" }))).toBe(
      "bot.not_found",
    )
  })
})

test("texts in another language alone are something to publish, and a published bot speaks them", async () => {
  const bot = await owner.api.bots.create.mutate({ name: "Greeter", template: "empty" })
  await owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: 1 })
  const { source, layout, revision } = await owner.api.bots.loadDraft.query({ botId: bot.id })
  const stepId = layout.stepIds[0] ?? ""
  const texts = { pt: { [stepId]: { text: { of: "Hello!", text: "Olá!" } } } }
  await owner.api.bots.saveDraft.mutate({
    ...{ botId: bot.id, source, baseRevision: revision },
    layout: { ...layout, texts },
  })
  const changed = await owner.api.bots.get.query({ botId: bot.id })
  expect(changed.hasUnpublishedChanges).toBe(true)
  await owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: changed.draftRevision })
  const say = async (language: string) => {
    const response = await fetch(`${server.url}/api/v1/bots/${bot.slug}/conversations`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ contact: { language } }),
    })
    const { messages } = (await response.json()) as { messages: { text: string }[] }
    return messages.map(({ text }) => text)
  }
  expect([await say("pt-BR"), await say("en")]).toEqual([["Olá!"], ["Hello!"]])
})

const toText = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) => [
  name,
  new TextDecoder().decode(bytes),
]

test("a visitor is spoken to in the first of the browser's languages that the bot speaks", async () => {
  const bot = await owner.api.bots.create.mutate({ name: "Questions", template: "support-faq" })
  await owner.api.bots.publish.mutate({ botId: bot.id, baseRevision: 1 })
  const greet = async (accepted: string) => {
    const response = await fetch(`${server.url}/api/v1/bots/${bot.slug}/conversations`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": accepted },
      body: "{}",
    })
    const { messages } = (await response.json()) as { messages: { text: string }[] }
    return messages[0]?.text.split(/[ !]/)[0]
  }
  expect(await greet("fr-FR,fr;q=0.9,pt-PT;q=0.8,en;q=0.7")).toBe("Olá")
  expect(await greet("en-US,es;q=0.9")).toBe("Hello")
  expect(await greet("de, es;q=0.5")).toBe("¡Hola")
  expect(await greet("ja")).toBe("Hello")
})

test("texts go out as a table and come back with what a translator wrote", async () => {
  const bot = await owner.api.bots.create.mutate({ name: "Greeter", template: "welcome" })
  await owner.api.settings.setClock.mutate({
    ...{ botId: bot.id, timeZone: "UTC", languages: ["en", "fr"] },
  })
  const { csv } = await owner.api.texts.export.query({ botId: bot.id })
  expect(csv.split("\n")[0]).toBe("flow,step,part,text,fr")
  const filled = csv.replace(
    "Hello! Good to see you here.,",
    "Hello! Good to see you here.,Bonjour !",
  )
  const place = { botId: bot.id }
  expect(await owner.api.texts.import.mutate({ ...place, csv: filled })).toEqual({
    changed: 1,
    languages: ["fr"],
  })
  expect((await owner.api.texts.export.query(place)).csv).toBe(filled)
  expect(await codeOf(owner.api.texts.import.mutate({ ...place, csv: "a,b\n1,2\n" }))).toBe(
    "texts.unreadable",
  )
})
