import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { keyScopes } from "#catalog/key-scopes.ts"
import { ApiError } from "#sdk/api-error.ts"
import { Workspace } from "#sdk/workspace/client.ts"
import { keyOperations } from "#server/api/key-operations.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { FileProblem, UsageError } from "./command.ts"
import { commands } from "./commands/index.ts"
import { parseInvocation } from "./parse-invocation.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let key = ""
const folder = mkdtempSync(join(tmpdir(), "botwright-workspace-"))
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  key = (await owner.api.apiKeys.create.mutate({ name: "cli", scopes: [...keyScopes] })).key
})
afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
  await server.close()
})
beforeEach(() => {
  vi.stubEnv("BOTWRIGHT_URL", server.url)
  vi.stubEnv("BOTWRIGHT_API_KEY", key)
})

/** Runs a command as `bw` does, without a process of its own. */
async function bw(line: string) {
  const command = commands.find(({ name }) => line.startsWith(`${name} `))
  if (command === undefined) throw new Error(line)
  const written = { out: "", error: "" }
  const invocation = parseInvocation(command, line.slice(command.name.length).trim().split(" "))
  const code = await command.run(invocation, {
    folder,
    out: (text) => {
      written.out += text
    },
    error: (text) => {
      written.error += text
    },
  })
  return { code, ...written }
}
const put = (name: string, text: string) => writeFileSync(join(folder, name), text)

describe("a script", () => {
  test("is pushed into the draft, published if asked, and pulled back as it is", async () => {
    const bot = await createBot(owner.api, 'TALK "Old"\n')
    put("hello.bas", 'TALK "New"\n')
    const pushed = await bw(`push hello.bas --bot ${bot.slug} --publish`)
    expect(pushed).toEqual({
      ...{ code: 0, error: "" },
      out: `${bot.slug}: start is revision 3.\n${bot.slug}: version 2 is published (live).\n`,
    })
    expect((await bw(`pull --bot ${bot.slug}`)).out).toBe('TALK "New"\n')
    await bw(`pull again.bas --bot ${bot.slug}`)
    expect(readFileSync(join(folder, "again.bas"), "utf8")).toBe('TALK "New"\n')
    const late = await bw(`push hello.bas --bot ${bot.slug} --base 1`)
    expect([late.code, late.error]).toEqual([1, expect.stringContaining("bot.draft_changed")])
  })

  test("with errors is kept as a draft, told with line and column, and not published", async () => {
    const bot = await createBot(owner.api, 'TALK "Old"\n')
    put("bad.bas", 'TALK "a"\nTALK (\n')
    const { code, error } = await bw(`push bad.bas --bot ${bot.slug} --flow extra --publish`)
    expect(code).toBe(1)
    expect(error).toMatch(/^bad\.bas:2:\d+ {2}basic\./)
    expect(error).toContain("The draft has errors, so nothing was published.")
    expect((await bw(`pull --bot ${bot.slug} --flow extra`)).out).toContain("TALK (")
  })
})

test("a bot goes out as one file and comes in as a new bot", async () => {
  const bot = await owner.api.bots.create.mutate({ name: "Quiz", template: "quiz" })
  const out = await bw(`package export quiz.zip --bot ${bot.slug}`)
  expect([out.code, out.out]).toEqual([0, expect.stringMatching(/^quiz\.zip: \d+ bytes\.\n$/)])
  const { code, out: slug } = await bw("package import quiz.zip --name Again")
  expect([code, slug]).toEqual([0, expect.stringMatching(/^again-\w{6}\n$/)])
  put("no.zip", "no archive")
  const refused = await bw("package import no.zip")
  expect([refused.code, refused.error]).toEqual([1, expect.stringContaining("package.unreadable")])
})

test("documents go into a knowledge base that is made where it is missing; one that is refused keeps no other out", async () => {
  const bot = await owner.api.bots.create.mutate({ name: "Knows", template: "empty" })
  put("pool.txt", "The pool opens at seven.")
  put("spa.txt", "The spa opens at nine.")
  put("program.exe", "MZ\u0000\u0001")
  const run = () =>
    bw(`knowledge add pool.txt program.exe spa.txt --bot ${bot.slug} --base Manuals`)
  const { code, out, error } = await run()
  expect([
    code,
    out
      .trim()
      .split("\n")
      .map((line) => line.split("  ")[1]),
  ]).toEqual([1, ["pool.txt", "spa.txt"]])
  expect(error).toMatch(/^program\.exe: /)
  expect((await run()).out).toBe("")
})

test("what is missing and what the server refuses is one sentence with what to do", async () => {
  const refused = await bw("pull --bot nobody")
  expect([refused.code, refused.error]).toEqual([
    1,
    'There is no bot "nobody". (bot.not_found)\nCheck the id or the public name of the bot.\n',
  ])
  vi.stubEnv("BOTWRIGHT_API_KEY", `bw_${"x".repeat(43)}`)
  expect((await bw("pull --bot nobody")).error).toContain("(key.refused)")
  vi.stubEnv("BOTWRIGHT_URL", "http://127.0.0.1:9")
  expect((await bw("pull --bot nobody")).error).toContain(
    "The server could not be reached. (http://127.0.0.1:9)",
  )
  vi.stubEnv("BOTWRIGHT_URL", "bots.example")
  await expect(bw("pull --bot nobody")).rejects.toThrow(UsageError)
  vi.stubEnv("BOTWRIGHT_API_KEY", "")
  await expect(bw("pull --bot nobody")).rejects.toThrow(/^Set BOTWRIGHT_API_KEY/)
  await expect(bw("push gone.bas --bot x")).rejects.toThrow(FileProblem)
  await expect(bw("pull x")).rejects.toThrow(/^Write: pull/)
})

test("the client reaches every operation that a key opens, and says which refusal it met", async () => {
  const asked = new Set<string>()
  const counting: typeof fetch = (input, init) => {
    const path = new URL(String(input)).pathname.replace("/api/v1", "")
    asked.add(`${init?.method?.toLowerCase()} ${path}`)
    return fetch(input, init)
  }
  const workspace = new Workspace({ origin: `${server.url}/`, key, fetch: counting })
  const { bots, flows, packages, knowledge, conversations } = workspace
  const once = { idempotencyKey: "sdk-1" }
  const { slug } = await bots.create({ name: "By the SDK" }, once)
  expect((await bots.create({ name: "By the SDK" }, once)).slug).toBe(slug)
  expect((await bots.list()).map((bot) => bot.slug)).toContain(slug)
  await flows.write(slug, "start", { source: 'TALK "Hi"\nHEAR x\n' })
  expect((await flows.read(slug)).source).toBe('TALK "Hi"\nHEAR x\n')
  const { draftRevision: baseRevision, items } = await flows.list(slug)
  expect(items).toHaveLength(1)
  expect(await bots.publish(slug, { baseRevision })).toMatchObject({ ok: true })
  expect((await bots.get(slug)).publishedVersion?.number).toBe(1)
  const bytes = new Uint8Array(await packages.export(slug))
  expect((await packages.import({ name: "x.zip", bytes }, { name: "Copy" })).bot.name).toBe("Copy")
  const base = await knowledge.createBase(slug, "Manuals")
  expect(await knowledge.bases(slug)).toMatchObject([{ id: base.id }])
  const text = new TextEncoder().encode("The pool opens at seven.")
  const { id } = await knowledge.add(slug, base.id, { name: "pool.txt", bytes: text })
  expect(await knowledge.documents(slug, base.id)).toMatchObject([{ id }])
  expect((await knowledge.document(slug, id)).title).toBe("pool.txt")
  expect(await knowledge.search(slug, { text: "When?" })).toHaveProperty("passages")
  await knowledge.delete(slug, id)
  await fetch(`${server.url}/api/v1/bots/${slug}/conversations`, { method: "POST" })
  const { items: talks } = await conversations.list(slug, { state: "waiting" })
  const talk = talks[0]?.conversationId ?? ""
  expect((await conversations.messages(slug, talk)).items[0]?.text).toBe("Hi")
  await bots.delete(slug)
  const gone = await bots.get(slug).catch((error: unknown) => error)
  expect(gone).toBeInstanceOf(ApiError)
  expect(gone).toMatchObject({ code: "bot.not_found", status: 404 })
  const shapes = keyOperations.map(({ method, path }) => {
    const pattern = path.replaceAll(/\{\w+\}/g, "[^/]+")
    return { name: `${method} ${path}`, pattern: new RegExp(`^${method} ${pattern}$`) }
  })
  const missed = shapes.filter(({ pattern }) => ![...asked].some((call) => pattern.test(call)))
  expect(missed.map(({ name }) => name)).toEqual([])
})
