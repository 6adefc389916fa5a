import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createOwner, createPerson } from "#server/testing/people.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
let botId = ""
let scriptId = ""
beforeAll(async () => {
  server = await openTestServer()
  owner = await createOwner(server)
  botId = (await owner.api.bots.create.mutate({ name: "B", template: "empty" })).id
  scriptId = (await owner.api.scripts.list.query({ botId })).scripts[0]?.id ?? ""
})
afterAll(() => server.close())

const member = async (role: "viewer" | "builder") => {
  const person = await createPerson(server, { in: { orgId: owner.orgId, role } })
  return { ...person, api: person.browser.api(owner.orgId) }
}
const start = (api = owner.api, more: object = {}) =>
  api.comments.start.mutate({
    ...{ botId, scriptId, flow: "main", anchor: "s1", anchorText: "Say hello" },
    ...{ x: 1, y: 2, body: "Is this right?", ...more },
  })
const find = async (threadId: string, api = owner.api) =>
  (await api.comments.list.query({ botId })).find(({ id }) => id === threadId) ??
  expect.unreachable()
describe("a conversation about a step", () => {
  test("holds what was said in order, with who said it and where it hangs", async () => {
    const { threadId } = await start()
    const other = await member("builder")
    await other.api.comments.reply.mutate({ botId, threadId, body: "Yes." })
    const thread = await find(threadId)
    expect(thread).toMatchObject({ anchor: "s1", anchorText: "Say hello", isResolved: false })
    expect(thread.comments.map(({ body, author }) => [body, author?.userId])).toEqual([
      ["Is this right?", owner.userId],
      ["Yes.", other.userId],
    ])
  })

  test("is unread for whoever has not read the last of it", async () => {
    const { threadId } = await start()
    const other = await member("builder")
    expect((await find(threadId)).isUnread).toBe(false)
    expect((await find(threadId, other.api)).isUnread).toBe(true)
    await other.api.comments.read.mutate({ botId, threadId })
    expect((await find(threadId, other.api)).isUnread).toBe(false)
    await server.clock.advance(1_000)
    await owner.api.comments.reply.mutate({ botId, threadId, body: "More" })
    expect((await find(threadId, other.api)).isUnread).toBe(true)
  })

  test("is settled, and open again when somebody says something more", async () => {
    const { threadId } = await start()
    await owner.api.comments.resolve.mutate({ botId, threadId, isResolved: true })
    expect((await find(threadId)).isResolved).toBe(true)
    await owner.api.comments.reply.mutate({ botId, threadId, body: "Not yet" })
    expect((await find(threadId)).isResolved).toBe(false)
  })

  test("goes with its last comment", async () => {
    const { threadId } = await start()
    const [comment] = (await find(threadId)).comments
    const gone = { botId, threadId, commentId: comment?.id ?? "" }
    await owner.api.comments.delete.mutate(gone)
    expect((await owner.api.comments.list.query({ botId })).some(({ id }) => id === threadId)).toBe(
      false,
    )
    expect(await codeOf(owner.api.comments.delete.mutate(gone))).toBe("comment.not_found")
  })
})

describe("who is named", () => {
  test("gets one mail with a link to it, and a bell; whoever is no member and whoever wrote it get none", async () => {
    const other = await member("viewer")
    const stranger = await createOwner(server, "Others")
    const sent: { to: string; text: string }[] = []
    const { mail } = server.container
    const send = mail.send.bind(mail)
    Object.assign(mail, {
      send: (message: Parameters<typeof send>[0]) => {
        sent.push(message)
        return send(message)
      },
    })
    const mentions = [other.userId, other.userId, owner.userId, stranger.userId]
    const { threadId } = await start(owner.api, { body: "@Other look", mentions })
    Object.assign(mail, { send })
    expect(sent.map(({ to }) => to)).toEqual([other.email])
    expect(sent[0]?.text).toContain(`/bots/${botId}?comment=${threadId}`)
    const bell = await other.api.notifications.list.query({})
    expect(bell.entries).toMatchObject([
      { kind: "mentioned", link: `/bots/${botId}?comment=${threadId}`, facts: { bot: "B" } },
    ])
    const [comment] = (await find(threadId)).comments
    expect([...(comment?.mentions ?? [])].sort()).toEqual([other.userId, owner.userId].sort())
  })
})

describe("who may", () => {
  test("a viewer comments, settles what they began and deletes what they wrote, and nothing else", async () => {
    const viewer = await member("viewer")
    const own = await start(viewer.api)
    const others = await start()
    const resolve = (threadId: string) =>
      viewer.api.comments.resolve.mutate({ botId, threadId, isResolved: true })
    expect(await codeOf(resolve(own.threadId))).toBe("ok")
    expect(await codeOf(resolve(others.threadId))).toBe("permission.denied")
    const remove = async (threadId: string) => {
      const [comment] = (await find(threadId)).comments
      return codeOf(
        viewer.api.comments.delete.mutate({ botId, threadId, commentId: comment?.id ?? "" }),
      )
    }
    expect(await remove(own.threadId)).toBe("ok")
    expect(await remove(others.threadId)).toBe("permission.denied")
  })

  test("a comment that is empty, or longer than a comment may be, is refused", async () => {
    expect(await codeOf(start(owner.api, { body: "  " }))).toBe("request.refused")
    expect(await codeOf(start(owner.api, { body: "x".repeat(4_001) }))).toBe("request.refused")
  })
})
