import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as Y from "yjs"
import { emptyLayout } from "#basic/graph/model.ts"
import { closeCodes } from "#catalog/events.ts"
import { readRequestFacts } from "#server/http/request-facts.ts"
import { openFlowClient } from "#server/testing/flow-client.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createOwner, createPerson } from "#server/testing/people.ts"
import { createFlowSockets } from "./flow-sockets.ts"

let server: TestServer
let owner: Awaited<ReturnType<typeof createOwner>>
beforeAll(async () => {
  server = await openTestServer({ env: { RATE_LIMIT_FACTOR: "10" } })
  owner = await createOwner(server)
})
afterAll(() => server.close())

const text = 'TALK "a"\nTALK "b"\n'

async function makeFlow(source = text) {
  const { id: botId } = await owner.api.bots.create.mutate({ name: "B", template: "empty" })
  const { scripts } = await owner.api.scripts.list.query({ botId })
  const scriptId = scripts[0]?.id ?? ""
  const save = (source: string, baseRevision: number) =>
    owner.api.bots.saveDraft.mutate({ botId, scriptId, source, layout: emptyLayout, baseRevision })
  await save(source, 1)
  const load = () => owner.api.bots.loadDraft.query({ botId, scriptId })
  return { place: { org: owner.orgId, botId, scriptId }, botId, scriptId, save, load }
}

const member = (role: "viewer" | "builder" | "admin") =>
  createPerson(server, { in: { orgId: owner.orgId, role } })

describe("two people in one flow", () => {
  test("see each other, what the other writes at once, and the draft holds what both wrote", async () => {
    const flow = await makeFlow()
    const ana = openFlowClient(server.url, owner.browser)
    const other = await member("builder")
    const ben = openFlowClient(server.url, other.browser)
    await ana.hello(flow.place)
    const ready = await ben.hello(flow.place)
    expect(ready.people.map(({ userId }) => userId)).toEqual([owner.userId])
    await ana.heard("person", ({ person }) => person.userId === other.userId)
    await ana.edit(({ text }) => text.insert(0, 'TALK "ana"\n'))
    await ben.edit(({ text }) => text.insert(text.length, 'TALK "ben"\n'))
    await Promise.all([
      ana.until(() => ana.source().includes("ben")),
      ben.until(() => ben.source().includes("ana")),
    ])
    expect(ana.source()).toBe(ben.source())
    await ana.saved()
    await ben.saved()
    const draft = await flow.load()
    expect(draft.source).toBe(`TALK "ana"\n${text}TALK "ben"\n`)
    expect(draft.layout.stepIds).toHaveLength(4)
    const presence = {
      flowId: "main",
      pointer: { x: 3, y: 4 },
      selection: ["s1"],
      cursor: null,
      view: null,
    }
    await ana.send({ t: "presence", presence })
    await ben.heard("person", ({ person }) => person.presence?.pointer?.x === 3)
    const listed = (await owner.api.bots.people.query()).filter(({ botId }) => botId === flow.botId)
    expect(listed).toEqual([{ botId: flow.botId, userId: other.userId, name: expect.any(String) }])
    const stranger = await createOwner(server, "Not here")
    expect(await stranger.api.bots.people.query()).toEqual([])
    ana.socket.close()
    await ben.heard("left", () => true)
    ben.socket.close()
  })

  test("a save past the document is a difference to what was saved before, and loses no edit", async () => {
    const flow = await makeFlow()
    const ana = openFlowClient(server.url, owner.browser)
    await ana.hello(flow.place)
    const { revision } = await flow.load()
    const edited = ana.edit(({ text }) => text.insert(0, 'TALK "ana"\n'))
    // Of the revision before what Ana writes: an old tab, or the command line.
    expect(await flow.save(`${text}TALK "cli"\n`, revision)).toMatchObject({ ok: true })
    await edited
    await ana.until(() => ana.source().includes("cli"))
    await ana.saved()
    expect((await flow.load()).source).toBe(`TALK "ana"\n${text}TALK "cli"\n`)
    ana.socket.close()
  })

  test("what was edited while away is merged on return, and nothing is sent twice", async () => {
    const flow = await makeFlow()
    const ana = openFlowClient(server.url, owner.browser)
    const first = await ana.hello(flow.place)
    ana.socket.terminate()
    const ben = openFlowClient(server.url, owner.browser)
    await ben.hello(flow.place)
    await ben.edit(({ text }) => text.insert(0, 'TALK "ben"\n'))
    await ben.saved()
    ana.flow.text.insert(ana.flow.text.length, 'TALK "away"\n')
    const vector = Buffer.from(Y.encodeStateVector(ana.flow.doc)).toString("base64")
    const again = openFlowClient(server.url, owner.browser)
    const more = { generation: first.generation, vector, client: ana.flow.doc.clientID }
    const ready = await again.hello(flow.place, more)
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64"))
    Y.applyUpdate(ana.flow.doc, bytes(ready.update))
    await again.sendUpdate(Y.encodeStateAsUpdate(ana.flow.doc, bytes(ready.vector)), 1)
    await again.heard("stored", ({ n }) => n === 1)
    await ben.until(() => ben.source().includes("away"))
    expect(ben.source()).toBe(`TALK "ben"\n${text}TALK "away"\n`)
    expect(ana.source()).toBe(ben.source())
    for (const client of [again, ben]) client.socket.close()
  })

  test("a flow that is opened again after all had left says what it said", async () => {
    const flow = await makeFlow()
    const ana = openFlowClient(server.url, owner.browser)
    await ana.hello(flow.place)
    await ana.edit(({ text }) => text.insert(0, 'TALK "x"\n'))
    await ana.saved()
    ana.socket.close()
    const ben = openFlowClient(server.url, owner.browser)
    await ben.hello(flow.place)
    expect(ben.source()).toBe(`TALK "x"\n${text}`)
    ben.socket.close()
  })

  test("a flow that is deleted while it is open says so and ends", async () => {
    const flow = await makeFlow()
    const { script } = await owner.api.scripts.create.mutate({ botId: flow.botId, name: "extra" })
    const ana = openFlowClient(server.url, owner.browser)
    await ana.hello({ ...flow.place, scriptId: script.id })
    await owner.api.scripts.delete.mutate({ botId: flow.botId, scriptId: script.id })
    await ana.edit(({ text }) => text.insert(0, "TALK 1\n"))
    await ana.heard("error", ({ code }) => code === "script.not_found")
    await ana.closed()
  })
})

describe("two processes", () => {
  test("bring the same flow together, and know who is in the other", async () => {
    const flow = await makeFlow()
    const sockets = createFlowSockets(server.container)
    const http = createServer()
    http.on("upgrade", (request, socket, head) => {
      readRequestFacts(request, 0)
      sockets.upgrade(request, socket, head)
    })
    await new Promise<void>((done) => http.listen(0, "127.0.0.1", done))
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    const ana = openFlowClient(server.url, owner.browser)
    await ana.hello(flow.place)
    const ben = openFlowClient(url, owner.browser)
    await ben.hello(flow.place)
    await ana.heard("person", () => true)
    await ben.heard("person", () => true)
    await ana.edit(({ text }) => text.insert(0, 'TALK "ana"\n'))
    await ben.edit(({ text }) => text.insert(0, 'TALK "ben"\n'))
    await Promise.all([
      ana.until(() => ana.source().includes("ben")),
      ben.until(() => ben.source().includes("ana")),
    ])
    expect(ana.source()).toBe(ben.source())
    await ana.saved()
    await ben.saved()
    expect((await flow.load()).source).toBe(ana.source())
    for (const client of [ana, ben]) client.socket.close()
    await sockets.close()
    http.close()
  })
})

describe("who may", () => {
  test("ISO-02 nobody opens a flow of another organization, under either's name", async () => {
    const flow = await makeFlow()
    const stranger = await createOwner(server, "Others")
    for (const org of [owner.orgId, stranger.orgId]) {
      const client = openFlowClient(server.url, stranger.browser)
      await client.send({ t: "hello", client: 1, ...flow.place, org })
      await client.heard(
        "error",
        ({ code }) => code === (org === owner.orgId ? "org.not_found" : "bot.not_found"),
      )
      expect(await client.closed()).toBe(closeCodes.refused)
      expect(client.frames.some(({ t }) => t === "ready")).toBe(false)
    }
  })

  test("nobody who is not signed in, and no page of another site", async () => {
    const flow = await makeFlow()
    const nobody = openFlowClient(server.url, null)
    await nobody.send({ t: "hello", client: 1, ...flow.place })
    expect(await nobody.closed()).toBe(closeCodes.refused)
    const elsewhere = openFlowClient(server.url, owner.browser, { origin: "https://evil.example" })
    await expect(elsewhere.opened).rejects.toThrow("403")
  })

  test("a viewer watches and edits nothing", async () => {
    const flow = await makeFlow()
    const viewer = await member("viewer")
    const client = openFlowClient(server.url, viewer.browser)
    expect((await client.hello(flow.place)).canEdit).toBe(false)
    await client.edit(({ text }) => text.insert(0, "X"))
    await client.heard("error", ({ code }) => code === "permission.denied")
    expect((await flow.load()).source).toBe(text)
  })

  test("SES-03 whoever is signed out elsewhere is put out of the flow", async () => {
    const flow = await makeFlow()
    const other = await member("builder")
    const client = openFlowClient(server.url, other.browser)
    await client.hello(flow.place)
    await other.browser.signOut()
    await client.heard("error", ({ code }) => code === "auth.signed_out")
    expect(await client.closed()).toBe(closeCodes.refused)
  })
})

describe("DOS hostile builders", () => {
  const foreign = () => {
    const doc = new Y.Doc()
    return {
      doc,
      text: doc.getText("source"),
      layout: doc.getMap("layout"),
      steps: doc.getMap("steps"),
    }
  }
  const hostile: Record<string, () => Uint8Array> = {
    "bytes that are no update": () => new Uint8Array([1, 2, 3, 255, 255, 255]),
    "an update that builds on nothing": () => {
      const { doc, text } = foreign()
      text.insert(0, "a")
      const before = Y.encodeStateVector(doc)
      text.insert(1, "b")
      return Y.encodeStateAsUpdate(doc, before)
    },
    "a nested type in the layout": () => {
      const { doc, layout } = foreign()
      layout.set("r/groups/x", new Y.Map())
      return Y.encodeStateAsUpdate(doc)
    },
    "a picture in the text": () => {
      const { doc, text } = foreign()
      text.insertEmbed(0, { image: "x" })
      return Y.encodeStateAsUpdate(doc)
    },
    "a format in the text": () => {
      const { doc, text } = foreign()
      text.insert(0, "bold", { bold: true })
      return Y.encodeStateAsUpdate(doc)
    },
    "another part": () => {
      const { doc } = foreign()
      doc.getMap("other").set("a", 1)
      return Y.encodeStateAsUpdate(doc)
    },
    "a place that is no number": () => {
      const { doc, layout } = foreign()
      layout.set("r/groups/x", { x: "left", y: 0 })
      return Y.encodeStateAsUpdate(doc)
    },
    "an anchor that is none": () => {
      const { doc, steps } = foreign()
      steps.set("s1", "here")
      return Y.encodeStateAsUpdate(doc)
    },
    "a text that cannot be stored": () => {
      const { doc, text } = foreign()
      text.insert(0, "\u0000")
      return Y.encodeStateAsUpdate(doc)
    },
    "a text above the limit": () => {
      const { doc, text } = foreign()
      text.insert(0, "x".repeat(1_000_001))
      return Y.encodeStateAsUpdate(doc)
    },
  }

  test("cannot break a room: each is refused, and the others go on", async () => {
    const flow = await makeFlow()
    const ana = openFlowClient(server.url, owner.browser)
    await ana.hello(flow.place)
    const evil = openFlowClient(server.url, owner.browser)
    await evil.hello(flow.place)
    for (const [n, make] of Object.values(hostile).entries()) {
      await evil.sendUpdate(make(), n + 1)
      await evil.heard("refused", (frame) => frame.n === n + 1)
    }
    await ana.edit(({ text }) => text.insert(0, 'TALK "ana"\n'))
    await evil.until(() => evil.source().includes("ana"))
    await ana.saved()
    expect((await flow.load()).source).toBe(`TALK "ana"\n${text}`)
    for (const client of [ana, evil]) client.socket.close()
  })

  test("do not write in the name of somebody who is there", async () => {
    const flow = await makeFlow()
    const ana = openFlowClient(server.url, owner.browser)
    await ana.hello(flow.place)
    const evil = openFlowClient(server.url, owner.browser)
    await evil.hello(flow.place)
    evil.flow.doc.clientID = ana.flow.doc.clientID
    await evil.edit(({ text }) => text.insert(0, "X"))
    await evil.heard("refused", () => true)
    for (const client of [ana, evil]) client.socket.close()
  })

  test.each([
    ["what is no JSON", "{"],
    ["an unknown frame", { t: "other" }],
    ["a field nobody declared", { t: "flush", more: 1 }],
    ["an edit before the hello", { t: "update", n: 1, update: "" }],
  ])("%s ends the socket", async (_, frame) => {
    const client = openFlowClient(server.url, owner.browser)
    await client.send(frame)
    await client.heard("error", () => true)
    await client.closed()
  })

  test("a frame above the limit, and too many of them, end the socket", async () => {
    const flow = await makeFlow()
    const large = openFlowClient(server.url, owner.browser)
    await large.hello(flow.place)
    await large.send("x".repeat(2 * 1024 * 1024 + 1))
    expect(await large.closed()).toBe(closeCodes.tooLarge)
    const many = openFlowClient(server.url, owner.browser)
    await many.hello(flow.place)
    for (let count = 0; count < 2_000; count += 1) await many.send({ t: "ping" })
    expect(await many.closed()).toBe(closeCodes.tooMany)
  })
})
