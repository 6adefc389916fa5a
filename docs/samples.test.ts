// First, because it teaches schemas to describe themselves before any is made.
import "@hono/zod-openapi"
/** What the guides print is true: samples run, requests are answered as shown, tables name what exists. */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { checkSource } from "#basic"
import { keyOperations } from "#server/api/key-operations.ts"
import { seedDemo } from "#server/services/demo/seed-demo.ts"
import { readFrame } from "#server/socket/read-frame.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { commands } from "../cli/commands/index.ts"
import { runSample } from "../scripts/gen/run-sample.ts"

const read = (path: string) => readFileSync(join(import.meta.dirname, "..", path), "utf8")
const guides = globSync("guides/*.md", { cwd: import.meta.dirname }).sort()

interface Block {
  readonly language: string
  readonly text: string
}
const blocksOf = (markdown: string): Block[] =>
  [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({
    language,
    text: text.replace(/\n$/, ""),
  }))

describe.each(guides)("%s", (guide) => {
  const blocks = blocksOf(read(`docs/${guide}`))
  const samples = blocks.flatMap(({ language, text }, at) => {
    const next = blocks[at + 1]
    const transcript =
      next?.language === "text" && /^bot: |^ {5}\(/.test(next.text) ? next.text : null
    return language === "basic" ? [{ text, transcript }] : []
  })

  test("its programs have no errors", () => {
    for (const { text } of samples)
      expect(checkSource(text).diagnostics.filter(({ severity }) => severity === "error")).toEqual(
        [],
      )
  })

  test("its programs lead the conversations it shows", () => {
    for (const { text, transcript } of samples) {
      if (transcript === null) continue
      const said = [...transcript.matchAll(/^you: (.*)$/gm)].map(([, line = ""]) => line)
      expect(runSample(text, said).lines.join("\n")).toBe(transcript)
    }
  })
})

describe("the REST guide", () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer()
    await seedDemo(server.container)
  })
  afterAll(() => server.close())

  test("every request, in order, is answered with the status and the body it shows", async () => {
    const known: Record<string, string> = {}
    let asked = 0
    const parts = read("docs/guides/rest-api.md")
      .split(/^(?=```sh$)/m)
      .slice(1)
    for (const part of parts) {
      const [{ text = "" } = {}, shown] = blocksOf(part)
      for (const [, name = "", value = ""] of text.matchAll(/^(BASE|ID|TOKEN)=(\S+)$/gm))
        known[name] ??= name === "BASE" ? `${server.url}/api/v1` : value
      if (!text.startsWith("curl ")) continue
      const answer = await sendCurl(text, known)
      const status = Number(/Answered with (\d{3})/.exec(part)?.[1] ?? 409)
      expect([text, answer.status]).toEqual([text, status])
      expect(comparable(answer.json)).toEqual(comparable(JSON.parse(shown?.text ?? "null")))
      const started = answer.json as { conversation?: { id: string; token: string } }
      if (started.conversation) {
        known.ID = started.conversation.id
        known.TOKEN = started.conversation.token
      }
      asked += 1
    }
    expect(asked).toBeGreaterThan(5)
  })
})

/** The few options of curl that the guide uses. */
async function sendCurl(command: string, known: Readonly<Record<string, string>>) {
  const filled = command.replace(/\$(BASE|ID|TOKEN)/g, (_, name: string) => known[name] ?? "")
  const words = [...filled.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, one, other, bare]) => one ?? other ?? bare ?? "",
  )
  const headers = new Headers()
  let [method, url, body]: [string, string, string | null] = ["GET", "", null]
  for (let at = 1; at < words.length; at += 1) {
    const [word = "", value = ""] = [words[at], words[at + 1]]
    if (word === "-X") method = value
    else if (word === "-d") body = value
    else if (word === "-H") headers.append(value.split(": ")[0] ?? "", value.split(": ")[1] ?? "")
    else url = word
    if (word.startsWith("-")) at += 1
  }
  const response = await fetch(url, { method, headers, body })
  return { status: response.status, json: (await response.json()) as unknown }
}

/** What differs from one run to the next is told by its kind alone. */
function comparable(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(comparable)
  if (typeof json === "string")
    return json
      .replace(/^(cnv|msg|wait)_[0-9a-z]{26}$|^req_[\w-]{12}$/, (id) => `${id.split("_")[0]}_`)
      .replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, "time")
      .replace(/^[\w-]{43}$/, "token")
      .replace(/^http:\/\/127\.0\.0\.1:\d+/, "http://here")
  if (typeof json !== "object" || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, comparable(value)]))
}

describe("the guide to the socket", () => {
  const frames = blocksOf(read("docs/guides/live-chat.md"))
    .filter(({ language }) => language === "json")
    .map(({ text }) => text)

  test("every frame it shows a client sending is taken", () => {
    const sent = frames.filter((text) => /^\{ "t": "(hello|send|ping)"/.test(text))
    expect(sent).toHaveLength(3)
    for (const text of sent) expect(readFrame(text)).toMatchObject(JSON.parse(text))
  })

  test("it shows every kind of frame a server sends", () => {
    const kinds = [...read("catalog/events.ts").matchAll(/readonly t: "(\w+)"/g)].map(([, t]) => t)
    for (const kind of kinds) expect(read("docs/guides/live-chat.md")).toContain(`"t": "${kind}"`)
  })

  test("it tells every code a socket is closed with", () => {
    const codes = [...read("catalog/events.ts").matchAll(/: (\d{4}),/g)].map(([, code]) => code)
    const told = [...read("docs/guides/live-chat.md").matchAll(/^\| (\d{4}) /gm)].map(([, c]) => c)
    expect(told).toEqual(codes)
  })
})

describe("tables name what exists, and all of it", () => {
  const firstColumn = (path: string, shape: RegExp) =>
    [...read(path).matchAll(shape)].map(([, name = ""]) => name).sort()

  test("the settings of a server", () => {
    const declared = firstColumn("server/env.ts", /^ {2}([A-Z_]+):/gm)
    expect(firstColumn("docs/guides/self-hosting.md", /^\| `([A-Z_]+)`/gm)).toEqual(declared)
  })

  test("the attributes of the widget", () => {
    const used = [...read("widget/settings.ts").matchAll(/\bdata\.([a-z]\w*)/g)]
      .map(
        ([, name = ""]) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      )
      .filter((name) => name !== "data-origin")
    const told = firstColumn("docs/guides/embedding.md", /^\| `(data-[a-z-]+)`/gm)
    expect([...new Set([...used, "data-target"])].sort()).toEqual(told)
  })

  test("the operations that a key opens, with their permissions", () => {
    const table = /^\| `([A-Z]+ \/org[^`]*)` +\| `([\w.]+)`/gm
    const told = [...read("docs/guides/developers.md").matchAll(table)]
    expect(told.map(([, name, permission]) => `${name} ${permission}`).sort()).toEqual(
      keyOperations
        .map((each) => `${each.method.toUpperCase()} ${each.path} ${each["x-permission"]}`)
        .sort(),
    )
  })

  test("the commands of the command line", () => {
    const told = firstColumn("docs/guides/command-line.md", /^\| `([^`]+)`/gm).map((usage) =>
      usage.replaceAll("\\|", "|"),
    )
    expect(told).toEqual(commands.map(({ usage }) => usage).sort())
  })
})
