import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { fillDataDir } from "#db/testing/embedded-data-dir.ts"
import { createBot } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"
import { openTestBrowser } from "#server/testing/test-browser.ts"
import { killStarted, start } from "./tests/start-server.ts"

const slow = { timeout: 180_000 }
let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "process-"))
})
afterEach(killStarted)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe("a start that is refused says why in one plain sentence and ends with 1", () => {
  test("a bad value", slow, async () => {
    const { code, stdout, stderr } = await start({ PORT: "http" }).ended
    expect([code, stdout, stderr]).toEqual([
      1,
      "",
      'PORT is "http" and must be a whole number from 0 to 65535.\n',
    ])
  })

  test("a taken port, before anything of the data is touched", slow, async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
    const { port } = server.address() as AddressInfo
    const env = { PORT: String(port), DATA_DIR: join(folder, "taken") }
    for (const args of [[], ["--check"]]) {
      const { code, stderr } = await start(env, args).ended
      expect(code).toBe(1)
      expect(stderr).toBe(
        `Another program already listens on 127.0.0.1:${port}; stop it, or choose another port with PORT, such as PORT=${port + 1}.\n`,
      )
    }
    server.close()
  })

  test("a folder that cannot be written", slow, async () => {
    const file = join(folder, "a-file")
    await writeFile(file, "")
    for (const args of [[], ["--check"]]) {
      const { code, stderr } = await start({ DATA_DIR: join(file, "data") }, args).ended
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/^The folder .* cannot be written \(ENOTDIR\); .*DATA_DIR\.\n$/),
      ])
    }
  })

  test("a public host without its address", slow, async () => {
    const { code, stderr } = await start({ HOST: "0.0.0.0", DATA_DIR: join(folder, "public") })
      .ended
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^HOST is 0\.0\.0\.0, .* PUBLIC_URL .*\n$/),
    ])
  })
})

describe("a process that serves", () => {
  test("a check before the start says nothing when all is well", slow, async () => {
    const { code, stdout, stderr } = await start({ DATA_DIR: join(folder, "check") }, ["--check"])
      .ended
    expect([code, stdout, stderr]).toEqual([0, "", ""])
  })

  test("a second one on the same data is refused, and the first goes on", slow, async () => {
    const env = { DATA_DIR: join(folder, "shared") }
    const first = start(env)
    const { url } = await first.ready
    for (const args of [[], ["--check"]]) {
      const { code, stderr } = await start(env, args).ended
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/^Another Botwright .* is using the data in .*\n$/),
      ])
    }
    expect((await fetch(`${url}/health`)).status).toBe(200)
    expect(await (await fetch(`${url}/health/ready`)).text()).toMatch(
      /^database ok \d+ ms\nfiles ok \d+ ms\nfolder ok \d+ ms\n$/,
    )
    first.child.kill("SIGTERM")
    expect((await first.ended).code).toBe(0)
  })

  test(
    "killed in mid-conversation and started again, it goes on where it was, with the demo it seeded",
    slow,
    async () => {
      const env = { DATA_DIR: join(folder, "killed") }
      await fillDataDir(env.DATA_DIR)
      const first = start(env)
      const { url, demo } = await first.ready
      expect(demo?.email).toBe("demo@botwright.local")
      const begun = (await openRest(url).start("demo")).json
      expect(begun.waiting?.kind).toBe("name")
      first.child.kill("SIGKILL")
      await first.ended
      const again = await start(env).ready
      const rest = openRest(again.url)
      const asked = await rest.say(begun.conversation, { text: "ana" })
      expect(asked.json.waiting?.kind).toBe("email")
      expect((await rest.say(begun.conversation, { text: "nothing" })).json.waiting?.kind).toBe(
        "email",
      )
      const offered = await rest.say(begun.conversation, { text: "ana@example.org" })
      expect(offered.json.waiting).toMatchObject({ kind: "menu", acceptsOther: true })
      const answered = await rest.say(begun.conversation, { text: "What is the PRICE of it?" })
      expect(answered.json.messages[0]?.text).toContain("no price per message")
      const { json } = await rest.list(begun.conversation)
      expect(json.messages.map(({ seq }) => seq)).toEqual(
        json.messages.map((_, index) => index + 1),
      )
      expect(
        (await openTestBrowser(again.url).signIn(demo?.email ?? "", demo?.password ?? "")).status,
      ).toBe(200)
    },
  )

  test("told to stop, it finishes the turn that runs and answers it", slow, async () => {
    const held: ServerResponse[] = []
    let onAsked: () => void = () => undefined
    const asked = new Promise<void>((done) => {
      onAsked = done
    })
    const outside = createServer((_, response) => {
      held.push(response)
      onAsked()
    })
    await new Promise<void>((done) => outside.listen(0, "127.0.0.1", done))
    const { port } = outside.address() as AddressInfo
    const dataDir = join(folder, "stopped")
    await fillDataDir(dataDir)
    const running = start({
      DATA_DIR: dataDir,
      OUTBOUND_ALLOW: `127.0.0.1:${port}`,
    })
    const { url, demo } = await running.ready
    const browser = openTestBrowser(url)
    await browser.signIn(demo?.email ?? "", demo?.password ?? "")
    const { orgs } = await browser.api().account.me.query()
    const source = `HEAR x WITH "Say"\nreply = GET "http://127.0.0.1:${port}/"\nTALK "Heard " + reply\n`
    const bot = await createBot(browser.api(orgs[0]?.id), source)
    const rest = openRest(url)
    const { conversation } = (await rest.start(bot.slug)).json
    const saying = rest.say(conversation, { text: "x" })
    await asked
    running.child.kill("SIGTERM")
    held[0]?.end("back")
    const { status, json } = await saying
    expect([status, textsOf(json.messages)]).toEqual([200, ["Heard back"]])
    expect((await running.ended).code).toBe(0)
    outside.close()
  })
})
