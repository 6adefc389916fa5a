import { afterAll, beforeAll, expect, test } from "vitest"
import { WebSocket } from "ws"
import { closeCodes } from "#catalog/events.ts"
import { limits } from "#catalog/limits.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner, createPerson, type TestPerson } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

/** A window with the inbox of an organization; what it was told, and the code it was closed with. */
function watch(org: string, person?: Pick<TestPerson, "browser">, headers = {}) {
  const cookie = [...(person?.browser.cookies ?? [])].map((pair) => pair.join("=")).join("; ")
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/ws/inbox?org=${org}`, {
    headers: { ...(cookie !== "" && { cookie }), ...headers },
  })
  const heard: string[] = []
  socket.on("message", (bytes) => heard.push(JSON.parse(String(bytes)).t))
  const closed = new Promise<number>((done) => socket.on("close", done))
  socket.on("error", () => undefined)
  return {
    socket,
    heard,
    ready: () => expect.poll(() => heard, { timeout: 10_000 }).toContain("ready"),
    changed: (times: number) =>
      expect
        .poll(() => heard.filter((t) => t === "changed").length, { timeout: 10_000 })
        .toBe(times),
    closed,
  }
}

test("a new hand-off, what is said to the person who takes it, and notes are told at once", async () => {
  const owner = await createOwner(server)
  const bot = await createBot(owner.api, "HEAR a\nTRANSFER TO HUMAN\nHEAR b")
  const window = watch(owner.orgId, owner)
  await window.ready()
  const rest = openRest(server.url)
  const { conversation } = (await rest.start(bot.slug)).json
  expect(window.heard).toEqual(["ready"])
  await rest.say(conversation, { text: "help" })
  await window.changed(1)
  const conversationId = conversation.id as never
  await owner.api.inbox.take.mutate({ conversationId })
  await window.changed(2)
  await rest.say(conversation, { text: "are you there?" })
  await window.changed(3)
  await owner.api.inbox.note.mutate({ conversationId, text: "friendly" })
  await window.changed(4)
  window.socket.close()
})

test("ISO-17 nobody watches the inbox of an organization they are not in, and a window closes when they leave it", async () => {
  const [owner, other] = [await createOwner(server), await createOwner(server)]
  for (const [org, person] of [
    [other.orgId, owner],
    [owner.orgId, undefined],
    ["", owner],
    ["*", owner],
    [`inbox:${owner.orgId}`, owner],
  ] as const)
    expect(await watch(org, person).closed).toBe(closeCodes.refused)
  const member = await createPerson(server, { in: { orgId: owner.orgId, role: "builder" } })
  const stays = watch(owner.orgId, owner)
  const leaves = watch(owner.orgId, member)
  await Promise.all([stays.ready(), leaves.ready()])
  expect(limits.inboxRecheckMs).toBeLessThan(60_000)
  await owner.api.orgs.removeMember.mutate({ userId: member.userId })
  await server.container.pubsub.publish("login-sessions", {
    sessionIds: await sessionsOf(member.userId),
  })
  expect(await leaves.closed).toBe(closeCodes.refused)
  expect(stays.socket.readyState).toBe(WebSocket.OPEN)
  stays.socket.close()
})

test("a page of another site may not open it, and a window that says something is cut off", async () => {
  const owner = await createOwner(server)
  const elsewhere = watch(owner.orgId, owner, { origin: "https://evil.example" })
  expect(await elsewhere.closed).toBe(1006)
  const window = watch(owner.orgId, owner)
  await window.ready()
  window.socket.send('{"t":"hello"}')
  expect(await window.closed).toBe(closeCodes.malformed)
})

const sessionsOf = async (userId: string) =>
  (
    await server.db.accountsQuery<{ id: string }>(
      "select id from login_sessions where user_id = $1",
      [userId],
    )
  ).map(({ id }) => id)
