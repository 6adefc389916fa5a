import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { limits } from "#catalog/limits.ts"
import type { Problem } from "#server/errors/problem.ts"
import { makeQr } from "#server/infra/documents/qr-code.ts"
import { holdRequests } from "#server/testing/hold-requests.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest, type RestTurn, textsOf } from "#server/testing/rest.ts"

const source = `HEAR f AS FILE WITH "A file?"
TALK f.name + " " + f.filename + " " + f.size + " " + f.type + " " + f.isValid + " " + f.mime_type
HEAR photo AS IMAGE WITH "A photo?"
TALK READ f
HEAR code AS QRCODE WITH "A code?"
TALK code
HEAR word WITH "A word?"
`
let server: TestServer
let rest: ReturnType<typeof openRest>
let owner: Awaited<ReturnType<typeof createOwner>>
let bot: Awaited<ReturnType<typeof createBot>>
beforeAll(async () => {
  server = await openTestServer()
  rest = openRest(server.url)
  owner = await createOwner(server)
  bot = await createBot(owner.api, source)
})
afterAll(() => server.close())

type Ticket = { id: string; token: string }
const begin = async (slug = bot.slug): Promise<Ticket> => (await rest.start(slug)).json.conversation
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")

async function upload(
  { id, token }: Ticket,
  content: string | Uint8Array,
  name: string,
  headers: Record<string, string> = {},
) {
  const body = new FormData()
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  body.set("file", new File([new Uint8Array(bytes)], name, { type: "image/png" }))
  const response = await fetch(`${server.url}/api/v1/conversations/${id}/files`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, ...headers },
    body,
  })
  const json = (await response.json()) as RestTurn & Problem
  return { status: response.status, json }
}
const send = (ticket: Ticket, body: string | FormData, headers: Record<string, string>) =>
  fetch(`${server.url}/api/v1/conversations/${ticket.id}/files`, {
    method: "POST",
    headers: { authorization: `Bearer ${ticket.token}`, ...headers },
    body,
  })

describe("200", () => {
  test("the file answers the question as a value with its name, size and type, and stands in the conversation", async () => {
    const ticket = await begin()
    const { status, json } = await upload(ticket, "hello", "notes.txt")
    expect(status).toBe(200)
    expect(textsOf(json.messages)).toEqual([
      "notes.txt notes.txt 5 document true text/plain",
      "A photo?",
    ])
    expect(json.waiting?.kind).toBe("image")
    const { json: all } = await rest.list(ticket)
    const mine = all.messages.find(({ from }) => from === "contact")
    expect(mine).toMatchObject({ kind: "file", file: { name: "notes.txt", size: 5 } })
    const read = await upload(ticket, png, "me.png")
    expect(textsOf(read.json.messages)).toEqual(["hello", "A code?"])
    const code = await upload(ticket, await makeQr("table 7", 200), "code.png")
    expect(textsOf(code.json.messages)).toEqual(["table 7", "A word?"])
  })

  test("FIL-02 a name is never a path: what is stored lies under a key of ours", async () => {
    const names = [
      "../../etc/passwd",
      "..%2f..%2fx",
      "%252e%252e",
      "..\\..\\x",
      "a\0b",
      "/etc/x",
      "\\\\h\\s",
    ]
    for (const name of [...names, "x".repeat(300), "\u202egpj.exe", "CON", ""]) {
      const { status, json } = await upload(await begin(), "x", name || " ")
      expect(status, name).toBe(200)
      expect(json.messages[0]?.text.split(" ")[0], name).not.toMatch(/[/\\\0\u202e]|\.\./)
    }
    const rows = await server.container.db.tenantQuery<{ path: string; blob_id: string }>(
      [owner.orgId],
      "select path, blob_id from files where org_id = $1",
      [owner.orgId],
    )
    for (const { path, blob_id } of rows) {
      expect(path).toMatch(/^uploads\/[0-9a-f]{12}\/[^/\\]+$/)
      expect(blob_id).toMatch(/^blb_[0-9a-z]{26}$/)
    }
  })

  test("the same key again gives the same answer and keeps one file", async () => {
    const ticket = await begin()
    const headers = { "idempotency-key": "once" }
    const first = await upload(ticket, "hello", "a.txt", headers)
    const again = await upload(ticket, "hello", "a.txt", headers)
    expect(again).toEqual(first)
    const [row] = await server.container.db.tenantQuery<{ n: number }>(
      [owner.orgId],
      "select count(*)::int as n from files where org_id = $1 and owner = $2",
      [owner.orgId, ticket.id],
    )
    expect(row?.n).toBe(1)
  })
})

describe("202", () => {
  test("a turn that takes long is answered with what was said so far", async () => {
    const held = await holdRequests()
    const slow = await openTestServer({
      env: { TURN_WAIT_MS: "1500", OUTBOUND_ALLOW: held.host },
    })
    try {
      const person = await createOwner(slow)
      const program = `HEAR f AS FILE\nTALK "got it"\nx = GET "http://${held.host}/"\n`
      const { slug } = await createBot(person.api, program)
      const { json } = await openRest(slow.url).start(slug)
      const { id, token } = json.conversation
      const body = new FormData()
      body.set("file", new File(["x"], "a.txt"))
      const response = await fetch(`${slow.url}/api/v1/conversations/${id}/files`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body,
      })
      const answer = (await response.json()) as RestTurn
      expect([response.status, answer.waiting]).toEqual([202, { kind: "running" }])
    } finally {
      held.release("it")
      await slow.close()
      await held.close()
    }
  })
})

describe("400", () => {
  test("a form without a file, and one that is cut off", async () => {
    const ticket = await begin()
    const form = new FormData()
    form.set("file", "just words")
    const headers = { "content-type": "multipart/form-data; boundary=x" }
    for (const response of [await send(ticket, form, {}), await send(ticket, "--x\r\n", headers)])
      expect([response.status, ((await response.json()) as Problem).code]).toEqual([
        400,
        "request.malformed",
      ])
  })
})

describe("401", () => {
  test("nobody sends a file without the conversation's token", async () => {
    const { id } = await begin()
    const { status, json } = await upload({ id, token: "x".repeat(43) }, "x", "a.txt")
    expect([status, json.code]).toEqual([401, "conversation.token_refused"])
  })
})

describe("403", () => {
  test("a site the bot does not allow is refused", async () => {
    const own = await createBot(owner.api, "HEAR f AS FILE\n")
    const ticket = await begin(own.slug)
    const origins = ["https://shop.example"]
    await owner.api.bots.setAllowedOrigins.mutate({ botId: own.id, origins })
    const { status } = await upload(ticket, "x", "a.txt", { origin: "https://evil.example" })
    expect(status).toBe(403)
  })
})

describe("404", () => {
  test("a token opens its own conversation alone", async () => {
    const [mine, other] = [await begin(), await begin()]
    const { status } = await upload({ id: other.id, token: mine.token }, "x", "a.txt")
    expect(status).toBe(404)
  })
})

describe("409", () => {
  test("a file that nobody asked for is refused in words, and nothing is kept", async () => {
    const plain = await createBot(owner.api, 'HEAR x WITH "Say"\n')
    const ticket = await begin(plain.slug)
    const { status, json } = await upload(ticket, "x", "a.txt")
    expect([status, json.code]).toEqual([409, "file.not_asked"])
    const rows = await server.container.db.tenantQuery(
      [owner.orgId],
      "select id from files where org_id = $1 and owner = $2",
      [owner.orgId, ticket.id],
    )
    expect(rows).toEqual([])
  })
})

describe("413", () => {
  test("a file larger than 25 MB is refused before it is read to its end", async () => {
    const large = new Uint8Array(limits.fileBytes + 20_000)
    const { status, json } = await upload(await begin(), large, "big.bin")
    expect([status, json.code, json.detail]).toEqual([
      413,
      "file.too_large",
      "A file may have 25 MB; this one is larger.",
    ])
  })
})

describe("415", () => {
  test("FIL-03 what is no picture does not pass for one, whatever it is called and said to be", async () => {
    const ticket = await begin()
    await upload(ticket, "first", "a.txt")
    const fakes = ["<svg onload=alert(1)>", "<script>alert(1)</script>", "%PDF-1.7", "\0asm", "MZ"]
    for (const content of [...fakes, `GIF8 <html>`, "alert(1)//"]) {
      const { status, json } = await upload(ticket, content, "photo.png")
      expect([status, json.code], content).toEqual([415, "file.type_refused"])
    }
    expect((await rest.list(ticket)).json.waiting?.kind).toBe("image")
  })

  test("FIL-01 a JSON or form body that poses as an upload is never one", async () => {
    const ticket = await begin()
    const poses = {
      file: { filepath: "/etc/passwd", path: "/etc/passwd", buffer: "eA==", size: 1 },
    }
    for (const [body, type] of [
      [JSON.stringify({ files: [poses.file], ...poses }), "application/json"],
      ["file[filepath]=/etc/passwd&file[size]=1", "application/x-www-form-urlencoded"],
    ] as const) {
      const response = await send(ticket, body, { "content-type": type })
      expect([response.status, ((await response.json()) as Problem).code]).toEqual([
        415,
        "request.type_refused",
      ])
    }
    const said = await rest.say(ticket, { file: poses.file })
    expect(said.status).toBe(400)
  })

  test("a picture without a QR code does not answer a question for one", async () => {
    const own = await createBot(owner.api, "HEAR c AS QRCODE\n")
    const { status, json } = await upload(await begin(own.slug), png, "a.png")
    expect([status, json.code]).toEqual([415, "file.type_refused"])
  })
})

test("ON FILE UPLOAD runs on its own for each file that is kept", async () => {
  const listening = await createBot(
    owner.api,
    'ON FILE UPLOAD\n    SET BOT MEMORY "upload", file_name + " " + file_size\nEND ON\nHEAR f AS FILE WITH "A file?"\n',
  )
  await upload(await begin(listening.slug), "hello", "note.txt")
  await server.container.engine.sweep()
  const rows = await server.db.tenantQuery<{ value: string }>(
    [owner.orgId],
    "select value from memory_entries where bot_id = $1",
    [listening.id],
  )
  expect(rows).toEqual([{ value: "note.txt 5" }])
})
