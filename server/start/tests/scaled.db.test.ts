import { randomBytes } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openAdminClient } from "#db/testing/admin-client.ts"
import { createTestDatabase, testServerUrl } from "#db/testing/postgres-database.ts"
import { testRedisUrl } from "#server/infra/redis/tests/open-test-redis.ts"
import { openChatClient } from "#server/testing/chat-client.ts"
import { type HeldRequests, holdRequests } from "#server/testing/hold-requests.ts"
import { codeOf, createBot } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"
import { openTestBrowser } from "#server/testing/test-browser.ts"
import { openCuttableProxy } from "./cuttable-proxy.ts"
import { killStarted, type Started, start } from "./start-server.ts"

/** Of these a Redis has sixteen; the other suites use the first. */
const redisDatabase = "/7"

let folder = ""
let dropDatabase = async () => {}
let outside: HeldRequests
let shared: Record<string, string> = {}
let [first, second, worker]: (Started | undefined)[] = []
let [atFirst, atSecond] = ["", ""]
let demo = { email: "", password: "" }

function startRole(role: "web" | "worker", name: string): Started {
  return start({ ...shared, ROLE: role, DATA_DIR: join(folder, name) })
}

/** A published bot of the demo organization. */
async function publish(source: string) {
  const browser = openTestBrowser(atSecond)
  await browser.signIn(demo.email, demo.password)
  const { orgs } = await browser.api().account.me.query()
  return createBot(browser.api(orgs[0]?.id), source)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scaled-"))
  const database = await createTestDatabase()
  dropDatabase = database.drop
  outside = await holdRequests()
  const redis = new URL(testRedisUrl())
  redis.pathname = redisDatabase
  shared = {
    FILES_DIR: join(folder, "files"),
    DATABASE_URL: database.url,
    REDIS_URL: redis.href,
    SESSION_SECRET: randomBytes(48).toString("base64url"),
    ENCRYPTION_KEY: randomBytes(48).toString("base64url"),
    OUTBOUND_ALLOW: outside.host,
    LOG_LEVEL: "warn",
  }
  ;[first, second] = [startRole("web", "first"), startRole("web", "second")]
  const ready = await Promise.all([first.ready, second.ready])
  ;[atFirst, atSecond] = [ready[0].url, ready[1].url]
  demo = ready[1].demo ?? demo
})
afterAll(async () => {
  killStarted()
  await Promise.all([first?.ended, second?.ended, worker?.ended])
  outside?.close()
  await dropDatabase()
  await rm(folder, { recursive: true, force: true })
})

describe("several processes over one Postgres and one Redis", () => {
  test("two that start at once agree on one demo, which both let in", async () => {
    expect((await first?.ready)?.demo).toEqual(demo)
    for (const url of [atFirst, atSecond]) {
      expect((await openRest(url).call("GET", "/bots/demo")).status).toBe(200)
      expect((await openTestBrowser(url).signIn(demo.email, demo.password)).status).toBe(200)
    }
    const browser = openTestBrowser(atFirst)
    await browser.signIn(demo.email, demo.password)
    expect((await browser.api().account.me.query()).orgs).toHaveLength(1)
  })

  test("a conversation begun over REST at one is followed and led on over a socket at another", async () => {
    const rest = openRest(atFirst)
    const { conversation, waiting } = (await rest.start("demo")).json
    expect(waiting?.kind).toBe("name")
    const client = openChatClient(atSecond)
    await client.send({ t: "hello", token: conversation.token, after: 0 })
    await client.until(() => client.waitingKinds().includes("name"))
    await rest.say(conversation, { text: "Ana" })
    await client.until(() => client.waitingKinds().at(-1) === "email")
    await client.send({ t: "send", key: "mail", text: "ana@example.org" })
    await client.until(() => client.waitingKinds().at(-1) === "menu")
    const { json } = await rest.list(conversation)
    expect(client.messages()).toEqual(json.messages)
    expect(json.messages.map(({ seq }) => seq)).toEqual(json.messages.map((_, at) => at + 1))
    client.socket.close()
  })

  test("a session is good at every process, and ends at all of them at once", async () => {
    const there = openTestBrowser(atFirst)
    await there.signIn(demo.email, demo.password)
    const here = openTestBrowser(atSecond)
    for (const [name, value] of there.cookies) here.cookies.set(name, value)
    expect((await here.api().account.me.query()).user.email).toBe(demo.email)
    const kept = openTestBrowser(atSecond)
    await kept.signIn(demo.email, demo.password)
    await there.signOut()
    expect(await codeOf(here.api().account.me.query())).toBe("auth.signed_out")
    expect(await codeOf(kept.api().account.me.query())).toBe("ok")
  })

  test("AUTH-02 wrong passwords are counted over all processes together", async () => {
    const email = `${randomBytes(6).toString("hex")}@example.org`
    const answers: string[] = []
    for (let turn = 0; turn < 10; turn++) {
      const url = turn % 2 === 0 ? atFirst : atSecond
      answers.push(await (await openTestBrowser(url).signIn(email, `wrong ${turn}`)).text())
    }
    expect(answers.map((text) => text.includes("auth.locked"))).toEqual([
      ...Array<boolean>(9).fill(false),
      true,
    ])
  })

  test("a pause ends at the worker, once, and whoever listens at a web process hears it", async () => {
    const bot = await publish('TALK "before"\nWAIT 0.2\nTALK "after"\nHEAR x\nWAIT 1\nTALK "end"\n')
    const { conversation, waiting } = (await openRest(atFirst).start(bot.slug)).json
    expect(waiting?.kind).toBe("time")
    const client = openChatClient(atSecond)
    await client.send({ t: "hello", token: conversation.token })
    await client.heard("before")
    expect(client.messages()).toHaveLength(1)
    worker = startRole("worker", "worker")
    const { url } = await worker.ready
    await client.heard("after")
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    expect((await fetch(`${url}/api/v1/bots/demo`)).status).toBe(404)
    await client.send({ t: "send", key: "x", text: "go on" })
    await client.heard("end")
    expect(textsOf((await openRest(atSecond).list(conversation)).json.messages)).toEqual([
      "before",
      "after",
      "go on",
      "end",
    ])
    client.socket.close()
  })

  test("the turn of a process that was killed in the middle of it is finished by another", async () => {
    const bot = await publish(
      `HEAR x\nTALK "Asking"\nr = GET "http://${outside.host}/"\nTALK "Heard " + r\n`,
    )
    const { conversation } = (await openRest(atFirst).start(bot.slug)).json
    const client = openChatClient(atSecond)
    await client.send({ t: "hello", token: conversation.token })
    const lost = openRest(atFirst)
      .say(conversation, { text: "x" })
      .catch(() => "cut off")
    await client.heard("Asking")
    await expect.poll(() => outside.count()).toBe(1)
    first?.child.kill("SIGKILL")
    expect(await lost).toBe("cut off")
    outside.release("back")
    await client.heard("Heard back")
    await client.until(() => client.frames.at(-1)?.t === "waiting")
    const { messages, waiting } = (await openRest(atSecond).list(conversation)).json
    expect([textsOf(messages), waiting]).toEqual([["x", "Asking", "Heard back"], null])
    client.socket.close()
  })

  test("told to stop, a process finishes the turn it runs, and the others go on", async () => {
    const held = await holdRequests()
    const third = start({
      ...{ ...shared, ROLE: "web", DATA_DIR: join(folder, "third") },
      OUTBOUND_ALLOW: held.host,
    })
    const { url } = await third.ready
    const bot = await publish(`HEAR x\nr = GET "http://${held.host}/"\nTALK "Heard " + r\n`)
    const { conversation } = (await openRest(url).start(bot.slug)).json
    const saying = openRest(url).say(conversation, { text: "x" })
    await expect.poll(() => held.count()).toBe(1)
    third.child.kill("SIGTERM")
    held.release("back")
    expect(textsOf((await saying).json.messages)).toEqual(["Heard back"])
    const { code, stderr } = await third.ended
    expect([code, stderr]).toEqual([0, ""])
    worker?.child.kill("SIGTERM")
    expect((await worker?.ended)?.code).toBe(0)
    expect((await fetch(`${atSecond}/health/ready`)).status).toBe(200)
    held.close()
  })
})

describe("DOS-04 parts that go away and come back", () => {
  /** Says something until it is taken, as a client does that was told to come back; the key makes it one message. */
  async function sayUntilTaken(
    rest: ReturnType<typeof openRest>,
    conversation: { id: string; token: string },
    text: string,
  ) {
    const statuses: number[] = []
    await expect
      .poll(
        async () => {
          const begun = performance.now()
          const { status } = await rest.say(
            conversation,
            { text },
            { "idempotency-key": text.replaceAll(" ", "-") },
          )
          statuses.push(status)
          expect(performance.now() - begun).toBeLessThan(20_000)
          return status
        },
        { timeout: 60_000 },
      )
      .toBe(200)
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
  }

  test("while Redis is away, and when all connections to Postgres break, nothing is lost, doubled or left hanging", async () => {
    const cable = await openCuttableProxy(Number(new URL(testRedisUrl()).port))
    const throughCable = new URL(shared.REDIS_URL ?? "")
    throughCable.port = String(cable.port)
    const running = start({
      ...{ ...shared, REDIS_URL: throughCable.href, LOG_LEVEL: "silent" },
      ...{ ROLE: "all", DATA_DIR: join(folder, "outage") },
    })
    const { url } = await running.ready
    const rest = openRest(url)
    const echo = await publish('ask:\nHEAR x\nTALK "Heard " + x\nGOTO ask\n')
    const pause = await publish('WAIT 1\nTALK "Woken"\n')
    const { conversation } = (await rest.start(echo.slug)).json
    const pausing = (await rest.start(pause.slug)).json.conversation
    await sayUntilTaken(rest, conversation, "before")
    cable.cut()
    for (const text of ["away 1", "away 2", "away 3"]) await sayUntilTaken(rest, conversation, text)
    await expect
      .poll(async () => textsOf((await rest.list(pausing)).json.messages), { timeout: 20_000 })
      .toEqual(["Woken"])
    cable.mend()
    await sayUntilTaken(rest, conversation, "back")
    const others = await Promise.all(
      Array.from({ length: 20 }, async () => (await rest.start(echo.slug)).json.conversation),
    )
    const many = others.map(async (other, at) => {
      const said = sayUntilTaken(rest, other, `word ${at}`)
      if (at === 10) await breakConnections(shared.DATABASE_URL ?? "")
      await said
    })
    await Promise.all([...many, sayUntilTaken(rest, conversation, "after")])
    const said = ["before", "away 1", "away 2", "away 3", "back", "after"]
    expect(textsOf((await rest.list(conversation)).json.messages)).toEqual(
      said.flatMap((text) => [text, `Heard ${text}`]),
    )
    for (const [at, other] of others.entries())
      expect(textsOf((await rest.list(other)).json.messages)).toEqual([
        `word ${at}`,
        `Heard word ${at}`,
      ])
    running.child.kill("SIGTERM")
    expect((await running.ended).code).toBe(0)
    cable.close()
  })
})

/** Does to every connection of a database what a fail-over does. */
async function breakConnections(url: string) {
  const admin = await openAdminClient(testServerUrl())
  await admin.run(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()",
    [new URL(url).pathname.slice(1)],
  )
  await admin.end()
}
