import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { WebSocket } from "ws"
import { closeCodes, conversationTopic, sessionsTopic } from "#catalog/events.ts"
import { limits } from "#catalog/limits.ts"
import { openChatClient } from "#server/testing/chat-client.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"
import { createChatSockets } from "./chat-sockets.ts"

const source = `HEAR name AS NAME WITH "Who?"
TALK "Hi " + name
ask:
HEAR mood AS "Good", "Bad", * WITH "How are you?"
TALK "You are " + mood
GOTO ask
`
let server: TestServer
let rest: ReturnType<typeof openRest>
let owner: Awaited<ReturnType<typeof createOwner>>
let slug = ""
beforeAll(async () => {
  server = await openTestServer()
  rest = openRest(server.url)
  owner = await createOwner(server)
  slug = (await createBot(owner.api, source)).slug
})
afterAll(() => server.close())

const connect = (headers: Record<string, string> = {}, url = server.url) =>
  openChatClient(url, headers)
const begin = async (bot = slug) => (await rest.start(bot)).json.conversation

describe("a chat socket", () => {
  test("gives what was said before, what is waited for, and then each turn as it is stored", async () => {
    const { id, token } = await begin()
    const client = connect()
    await client.send({ t: "hello", token, after: 0 })
    await client.until(() => client.waitingKinds().includes("name"))
    expect(client.frames[0]).toEqual({ t: "ready", conversation: id, after: 0 })
    await client.send({ t: "send", key: "k1", text: "ana" })
    await client.until(() => client.waitingKinds().includes("menu"))
    expect(client.texts()).toEqual(["1 Who?", "2 ana", "3 Hi Ana", "4 How are you?"])
    await client.send({ t: "send", key: "k2", choice: "Good" })
    await client.heard("You are Good")
    client.socket.close()
  })

  test("resumes after the number the client has, and misses nothing that was said meanwhile", async () => {
    const conversation = await begin()
    const first = connect()
    await first.send({ t: "hello", token: conversation.token })
    await first.heard("Who?")
    first.socket.terminate()
    await rest.say(conversation, { text: "ana" })
    const second = connect()
    await second.send({ t: "hello", token: conversation.token, after: 1 })
    await second.heard("How are you?")
    expect(second.texts()).toEqual(["2 ana", "3 Hi Ana", "4 How are you?"])
    second.socket.close()
  })

  test("shows both of two tabs the same, whoever of them speaks", async () => {
    const { token } = await begin()
    const [one, other] = [connect(), connect()]
    for (const tab of [one, other]) await tab.send({ t: "hello", token })
    for (const tab of [one, other]) await tab.heard("Who?")
    await one.send({ t: "send", key: "k1", text: "ana" })
    for (const tab of [one, other]) await tab.heard("How are you?")
    expect(one.texts()).toEqual(other.texts())
    for (const tab of [one, other]) tab.socket.close()
  })

  test("the same key again says nothing twice, also over another socket", async () => {
    const { token } = await begin()
    for (const _ of [1, 2]) {
      const client = connect()
      await client.send({ t: "hello", token })
      await client.send({ t: "send", key: "once", text: "ana" })
      await client.until(() => client.frames.some((frame) => frame.t === "accepted"))
      await client.heard("How are you?")
      expect(client.texts()).toEqual(["1 Who?", "2 ana", "3 Hi Ana", "4 How are you?"])
      client.socket.close()
    }
  })

  test("what is said right after the hello, before it was answered, is said", async () => {
    const { token } = await begin()
    const client = connect()
    await client.opened
    client.socket.send(JSON.stringify({ t: "hello", token }))
    client.socket.send(JSON.stringify({ t: "send", key: "k1", text: "ana" }))
    client.socket.send(JSON.stringify({ t: "send", key: "k2", text: "fine" }))
    await client.heard("You are fine")
    client.socket.close()
  })

  test("answers a ping", async () => {
    const { token } = await begin()
    const client = connect()
    await client.send({ t: "hello", token })
    await client.send({ t: "ping" })
    await client.until(() => client.frames.some((frame) => frame.t === "pong"))
    client.socket.close()
  })

  test("SES-04 fifty conversations at once hear only their own words", async () => {
    const clients = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const client = connect()
        await client.send({ t: "hello", token: (await begin()).token })
        await client.send({ t: "send", key: "k", text: "ana" })
        await client.heard("How are you?")
        await client.send({ t: "send", key: "m", text: `marker ${index}` })
        await client.heard(`You are marker ${index}`)
        return client
      }),
    )
    clients.forEach((client, index) => {
      expect(
        client
          .messages()
          .filter(({ text }) => text.includes("marker"))
          .every(({ text }) => text.endsWith(`marker ${index}`)),
      ).toBe(true)
      client.socket.close()
    })
  })
})

describe("what a socket refuses", () => {
  test("SES-01 a token that opens nothing, an id in its place, and words without a hello", async () => {
    const { id, token } = await begin()
    for (const guess of [`${token}x`, id, "x", "' or 1=1"]) {
      const client = connect()
      await client.send({ t: "hello", token: guess })
      expect(await client.error()).toMatchObject({ code: "conversation.token_refused" })
      expect((await client.closed()).code).toBe(closeCodes.refused)
      expect(client.messages()).toEqual([])
    }
    const silent = connect()
    await silent.send({ t: "send", key: "k", text: "x" })
    expect(await silent.error()).toMatchObject({ code: "conversation.token_missing" })
  })

  test("ISO-17 a room, a topic, a run or an id of anything in place of a token", async () => {
    const { id } = await begin()
    const other = await createOwner(server)
    const bot = await createBot(other.api, source)
    const theirs = (await rest.start(bot.slug)).json.conversation
    const [run] = await server.db.tenantQuery<{ id: string }>(
      [other.orgId],
      "select id from runs limit 1",
    )
    for (const guess of [
      conversationTopic(id),
      conversationTopic(theirs.id),
      sessionsTopic,
      theirs.id,
      run?.id ?? "",
      bot.id,
      bot.slug,
      other.orgId,
      other.userId,
      "*",
    ]) {
      const client = connect()
      await client.send({ t: "hello", token: guess })
      expect(await client.error()).toMatchObject({ code: "conversation.token_refused" })
      expect((await client.closed()).code).toBe(closeCodes.refused)
    }
  })

  test.each([
    "{",
    "",
    "null",
    "[]",
    "7",
    '"hello"',
    '{"t":"other"}',
    '{"t":"hello"}',
    '{"t":"hello","token":{"$gt":""}}',
    '{"t":"hello","token":"x","after":-1}',
    '{"t":"hello","token":"x","role":"agent"}',
  ])("the frame %s is answered in words and the socket closes", async (text) => {
    const client = connect()
    await client.send(text)
    expect(await client.error()).toMatchObject({
      code: expect.stringMatching(/^request\./),
      fix: expect.any(String),
    })
    expect((await client.closed()).code).toBe(closeCodes.malformed)
  })

  test("a second hello ends the socket", async () => {
    const { token } = await begin()
    const client = connect()
    await client.send({ t: "hello", token })
    await client.send({ t: "hello", token })
    expect((await client.closed()).code).toBe(closeCodes.malformed)
  })

  test("a message that cannot be taken is told with its key, and the socket goes on", async () => {
    const { token } = await begin()
    const client = connect()
    await client.send({ t: "hello", token })
    await client.send({ t: "send", key: "long", text: "x".repeat(limits.messageTextChars + 1) })
    expect(await client.error()).toMatchObject({ key: "long", code: "request.refused" })
    await client.send({ t: "send", key: "k1", text: "ana" })
    await client.send({ t: "send", key: "k1", text: "other" })
    await client.until(() =>
      client.frames.find((frame) => frame.t === "error" && frame.code === "request.key_reused"),
    )
    expect(client.socket.readyState).toBe(WebSocket.OPEN)
    client.socket.close()
  })

  test("a frame above the limit and one that is no text end the socket", async () => {
    const large = connect()
    await large.send("x".repeat(limits.socketFrameBytes + 1))
    expect((await large.closed()).code).toBe(closeCodes.tooLarge)
    const binary = connect()
    await binary.opened
    binary.socket.send(Buffer.from('{"t":"ping"}'))
    expect((await binary.closed()).code).toBe(closeCodes.malformed)
  })

  test("a client that floods is cut off, others are not", async () => {
    const { token } = await begin()
    const [flood, other] = [connect(), connect()]
    await other.send({ t: "hello", token })
    await flood.opened
    for (let count = 0; count < limits.socketFramesPerSecond * 4; count++)
      flood.socket.send('{"t":"ping"}')
    expect((await flood.closed()).code).toBe(closeCodes.tooMany)
    await other.heard("Who?")
    other.socket.close()
  })

  test("a site that the bot does not allow", async () => {
    const bot = await createBot(owner.api, source)
    const { token } = await begin(bot.slug)
    await owner.api.bots.setAllowedOrigins.mutate({
      botId: bot.id,
      origins: ["https://shop.example"],
    })
    const refused = connect({ origin: "https://evil.example" })
    await refused.send({ t: "hello", token })
    expect(await refused.error()).toMatchObject({ code: "bot.origin_refused" })
    const allowed = connect({ origin: "https://shop.example" })
    await allowed.send({ t: "hello", token })
    await allowed.heard("Who?")
    allowed.socket.close()
  })

  test("any other address, and more sockets of one address than it may have", async () => {
    const elsewhere = new WebSocket(`${server.url.replace("http", "ws")}/ws/other`)
    const status = await new Promise((done) =>
      elsewhere
        .on("unexpected-response", (_, response) => done(response.statusCode))
        .on("error", () => undefined),
    )
    expect(status).toBe(404)
    const small = await openTestServer({ env: { RATE_LIMIT_FACTOR: "0.01" } })
    const many = Array.from({ length: 10 }, () => connect({}, small.url))
    await Promise.all(many.map(({ opened }) => opened))
    await expect(connect({}, small.url).opened).rejects.toThrow("429")
    await small.close()
  })
})

describe("clients that are there no more", () => {
  test("one that reads nothing is cut off once too much waits for it, and others of its conversation are not", async () => {
    const { id, token } = await begin()
    const [slow, quick] = [connect(), connect()]
    for (const client of [slow, quick]) {
      await client.send({ t: "hello", token })
      await client.heard("Who?")
    }
    slow.socket.pause()
    const text = "x".repeat(100_000)
    // What the system itself keeps for a connection is several megabytes, depending on the machine.
    const parts = 400
    for (let epoch = 1; epoch <= parts; epoch++) {
      await server.container.pubsub.publish(conversationTopic(id), { t: "delta", id, epoch, text })
      await quick.until(() =>
        quick.frames.some((frame) => frame.t === "delta" && frame.epoch === epoch),
      )
    }
    slow.socket.resume()
    expect((await slow.closed()).code).toBe(closeCodes.tooSlow)
    expect(slow.frames.length).toBeLessThan(parts)
    expect(quick.socket.readyState).toBe(WebSocket.OPEN)
    quick.socket.close()
  })

  test("one that answers no ping is let go, one that does stays", async () => {
    const sockets = createChatSockets(server.container, 100)
    const http = createServer().on("upgrade", sockets.upgrade).listen(0, "127.0.0.1")
    await once(http, "listening")
    const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/ws/chat`
    const [silent, alive] = [new WebSocket(url, { autoPong: false }), new WebSocket(url)]
    await Promise.all([once(silent, "open"), once(alive, "open")])
    expect(await once(silent, "close")).toMatchObject([1006, expect.anything()])
    await once(alive, "ping")
    await once(alive, "ping")
    expect(alive.readyState).toBe(WebSocket.OPEN)
    sockets.close()
    await once(alive, "close")
    http.close()
  })
})

test("when the server stops it says goodbye to everyone", async () => {
  const own = await openTestServer()
  const bot = await createBot((await createOwner(own)).api, source)
  const { token } = (await openRest(own.url).start(bot.slug)).json.conversation
  const client = connect({}, own.url)
  await client.send({ t: "hello", token })
  await client.heard("Who?")
  await own.close()
  expect((await client.closed()).code).toBe(closeCodes.stopping)
})
