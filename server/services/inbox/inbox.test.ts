import { afterAll, beforeAll, expect, test } from "vitest"
import { openChatClient } from "#server/testing/chat-client.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createBot, createOwner, createPerson } from "#server/testing/people.ts"
import { openRest, textsOf } from "#server/testing/rest.ts"

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const help = `
HEAR wish WITH "How can I help?"
r = TRANSFER TO HUMAN "sales", "high", "Wants: " + wish
TAG CONVERSATION "", "sales"
TALK r.message
HEAR more WITH "Anything else?"
TALK "You said " + more
`

async function openCase() {
  const owner = await createOwner(server)
  const bot = await createBot(owner.api, help, "Desk")
  const rest = openRest(server.url)
  const { conversation } = (await rest.start(bot.slug)).json
  const conversationId = conversation.id as never
  const colleague = await createPerson(server, { in: { orgId: owner.orgId, role: "builder" } })
  return { owner, rest, conversation, conversationId, other: colleague.browser.api(owner.orgId) }
}

test("a person takes over, answers live, and hands back to the question where the bot stood", async () => {
  const { owner, rest, conversation, conversationId, other } = await openCase()
  const { inbox } = owner.api
  const visitor = openChatClient(server.url)
  await visitor.send({ t: "hello", token: conversation.token })
  const said = await rest.say(conversation, { text: "A quote" })
  expect(textsOf(said.json.messages)).toEqual(["A person will answer soon.", "Anything else?"])
  const { items } = await inbox.list.query({ filter: "open" })
  expect(items).toMatchObject([
    {
      conversationId,
      state: "waiting",
      wanted: "sales",
      priority: "high",
      context: "Wants: A quote",
      tags: ["sales"],
    },
  ])
  expect(await codeOf(inbox.reply.mutate({ conversationId, text: "x" }))).toBe("handoff.not_yours")
  await inbox.take.mutate({ conversationId })
  expect(await codeOf(other.inbox.take.mutate({ conversationId }))).toBe("handoff.held")
  expect(await codeOf(other.inbox.reply.mutate({ conversationId, text: "x" }))).toBe(
    "handoff.not_yours",
  )
  await rest.say(conversation, { text: "Are you there?" })
  await inbox.reply.mutate({ conversationId, text: "I am." })
  await visitor.heard("I am.")
  expect(visitor.waitingKinds()).toContain("human")
  await inbox.note.mutate({ conversationId, text: "Friendly" })
  await inbox.tag.mutate({ conversationId, tag: "vip", isOn: true })
  const open = await inbox.get.query({ conversationId })
  expect(open).toMatchObject({ isYours: true, state: "active", tags: ["sales", "vip"] })
  expect(open.notes.map(({ text }) => text)).toEqual(["Friendly"])
  expect(await inbox.resolve.mutate({ conversationId })).toEqual({ isResolved: true })
  await server.container.engine.sweep()
  const last = await rest.say(conversation, { text: "No" })
  expect(textsOf(last.json.messages)).toEqual(["You said No"])
  visitor.socket.close()
  expect((await inbox.list.query({ filter: "open" })).items).toEqual([])
  expect((await inbox.list.query({ filter: "all" })).items).toMatchObject([{ state: "bot" }])
})

test("who may not answer does not get in, and who is away is listed so", async () => {
  const { owner, conversationId } = await openCase()
  const viewer = await createPerson(server, { in: { orgId: owner.orgId, role: "viewer" } })
  const asViewer = viewer.browser.api(owner.orgId)
  expect(await codeOf(asViewer.inbox.take.mutate({ conversationId }))).toBe("permission.denied")
  expect(await codeOf(asViewer.mails.list.query({}))).toBe("permission.denied")
  await owner.api.inbox.setPresence.mutate({ status: "away" })
  const rows = await server.db.tenantQuery([owner.orgId], "select status from attendants")
  expect(rows).toEqual([{ status: "away" }])
})
