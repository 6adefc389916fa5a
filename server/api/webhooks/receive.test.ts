import { createHmac } from "node:crypto"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createBot, createOwner } from "#server/testing/people.ts"
import { openRest } from "#server/testing/rest.ts"

const source = `WEBHOOK "order"
IF params.mode = "wait" THEN
    WAIT 3600
END IF
IF params.mode = "fail" THEN
    THROW "broken"
END IF
IF params.mode = "made" THEN
    SET RESPONSE STATUS 201
    SET RESPONSE HEADER "X-Order", "7"
    result_id = body.id
    result_method = method
    EXIT
END IF
IF params.mode = "text" THEN
    RETURN "plain " + headers["x-mark"] + " " + path
END IF
count = GET BOT MEMORY "count"
SET BOT MEMORY "count", count + 1
RETURN { id: body.id, count: count + 1, method: method }
`

let server: TestServer
let rest: ReturnType<typeof openRest>
let owner: Awaited<ReturnType<typeof createOwner>>
let slug = ""
let path = ""
let secret = ""

/** A bot of its own with its webhook's path and secret. */
async function createHook(text: string) {
  const bot = await createBot(owner.api, text)
  const hooks = await owner.api.webhooks.renew.mutate({ botId: bot.id })
  const base = new URL(hooks.baseUrl ?? "").pathname.replace("/api/v1", "")
  return { ...bot, base, secret: hooks.secret ?? "" }
}

beforeAll(async () => {
  server = await openTestServer()
  rest = openRest(server.url)
  owner = await createOwner(server)
  const bot = await createHook(source)
  slug = bot.slug
  path = `${bot.base}order`
  secret = bot.secret
})
afterAll(() => server.close())

const sign = (body: string, atMs: number, key = secret) => {
  const time = Math.floor(atMs / 1000)
  return `t=${time},v1=${createHmac("sha256", key).update(`${time}.${body}`).digest("hex")}`
}

describe("200", () => {
  test("answers with what the script returns, and hands it what was sent", async () => {
    const { status, json, headers } = await rest.call("POST", path, { body: { id: 7 } })
    expect([status, json]).toEqual([200, { id: 7, count: expect.any(Number), method: "POST" }])
    expect(headers.get("content-security-policy")).toContain("sandbox")
    const got = await rest.call("GET", path)
    expect(got.json).toMatchObject({ id: null, method: "GET" })
  })

  test("takes fields of a form, and gives variables named result_*, a status and a header", async () => {
    const response = await fetch(`${server.url}/api/v1${path}?mode=made`, {
      method: "POST",
      body: new URLSearchParams({ id: "9" }),
    })
    expect(response.status).toBe(201)
    expect(response.headers.get("x-order")).toBe("7")
    expect(await response.json()).toEqual({ id: "9", method: "POST" })
  })

  test("answers a text as plain text, and shows the script no credentials", async () => {
    const response = await fetch(`${server.url}/api/v1${path}?mode=text`, {
      headers: { "x-mark": "m", authorization: "Bearer x" },
    })
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8")
    expect(await response.text()).toBe("plain m /order")
  })

  test("WHK-04 the same event delivered a hundred times at once has one effect", async () => {
    const hook = await createHook(source)
    const headers = { "x-github-delivery": "d-1" }
    const deliver = () => rest.call("POST", `${hook.base}order`, { body: { id: 1 }, headers })
    const answers = await Promise.all(Array.from({ length: 100 }, deliver))
    expect(new Set(answers.map(({ status, json }) => JSON.stringify([status, json])))).toEqual(
      new Set([JSON.stringify([200, { id: 1, count: 1, method: "POST" }])]),
    )
  })

  test("SBX-09 FIL-01 a body that imitates a program, inputs or an upload is plain data", async () => {
    const body = { script: "other", entry: "on:0", inputs: { x: 1 }, files: [{ filepath: "/etc" }] }
    const answer = await rest.call("POST", path, { body })
    expect(answer.json).toMatchObject({ id: null, method: "POST" })
  })
})

describe("202", () => {
  test("is the answer of a script that waits", async () => {
    const { status, json } = await rest.call("POST", `${path}?mode=wait`, { body: {} })
    expect([status, json]).toEqual([202, { status: "accepted" }])
  })
})

describe("400", () => {
  test("is the answer to a body that is not the JSON it is said to be", async () => {
    expect((await rest.problem("POST", path, { raw: "{" })).json.code).toBe("request.malformed")
  })
})

describe("401", () => {
  test("WHK-01 WHK-02 WHK-05 a bot that asks for signatures takes nothing unsigned, wrong, cut off, stale, doubled or another's", async () => {
    const hook = await createHook(source)
    const other = await createHook(source)
    await owner.api.webhooks.setSigning.mutate({ botId: hook.id, mustSign: true })
    const raw = '{"id": 5}'
    const now = server.clock.now().getTime()
    const good = sign(raw, now, hook.secret)
    const send = async (signature: string | null, body = raw) => {
      const headers: Record<string, string> =
        signature === null ? {} : { "botwright-signature": signature }
      return (await rest.problem("POST", `${hook.base}order`, { raw: body, headers })).status
    }
    expect(await send(good)).toBe(200)
    const refused = [
      null,
      "",
      good.slice(0, -2),
      `${good}, ${good}`,
      sign(raw, now - 310_000, hook.secret),
      sign(raw, now + 310_000, hook.secret),
      sign(raw, now, other.secret),
      sign(raw, now, ""),
      good.replace("v1=", "v0="),
    ]
    for (const signature of refused)
      expect([signature, await send(signature)]).toEqual([signature, 401])
    expect(await send(good, '{"id":5}')).toBe(401)
    await server.db.tenantQuery(
      [owner.orgId],
      "update webhook_keys set secret_sealed = null where bot_id = $1",
      [hook.id],
    )
    for (const signature of [good, sign(raw, now, ""), null])
      expect(await send(signature)).toBe(401)
  })
})

describe("403", () => {
  test("is the answer to a page of a site the bot does not allow", async () => {
    const hook = await createHook(source)
    await owner.api.bots.setAllowedOrigins.mutate({
      botId: hook.id,
      origins: ["https://shop.example"],
    })
    const headers = { origin: "https://evil.example" }
    const answer = await rest.problem("POST", `${hook.base}order`, { headers })
    expect([answer.status, answer.json.code]).toEqual([403, "bot.origin_refused"])
  })
})

describe("405", () => {
  test("is the answer to a method the script does not name, and WEBHOOK names the one it takes", async () => {
    expect((await rest.problem("PUT", path, { body: {} })).status).toBe(405)
    const hook = await createHook('WEBHOOK "item" METHOD "PUT"\nRETURN { method: method }')
    const answer = await rest.call("PUT", `${hook.base}item`, { body: {} })
    expect([answer.status, answer.json]).toEqual([200, { method: "PUT" }])
    const refused = await rest.problem("POST", `${hook.base}item`, { body: {} })
    expect([refused.status, refused.json.code]).toEqual([405, "request.method_refused"])
  })
})

describe("404", () => {
  test("WHK-03 an address with any part missing, changed or written otherwise is not there", async () => {
    const [, , , , token = "", endpoint = ""] = path.split("/")
    const base = `/bots/${slug}/webhooks`
    const wrong = [
      `${base}/${endpoint}`,
      `${base}//${endpoint}`,
      `${base}/${token}`,
      `${base}/${token}/`,
      `${base}/${token}//${endpoint}`,
      `${base}/${token}/${endpoint}/`,
      `${base}/${token}/${endpoint}.`,
      `${base}/${token}/${endpoint}%2F`,
      `${base}/${token}%2F${endpoint}`,
      `${base}/${token}/ORDER`,
      `${base}/${token.toLowerCase()}x/${endpoint}`,
      `${base}/${token.slice(0, -1)}/${endpoint}`,
      `${base}/undefined/${endpoint}`,
    ]
    for (const address of wrong)
      expect([address, (await rest.problem("POST", address)).status]).toEqual([address, 404])
  })

  test("after the key was renewed the old address is not there any more", async () => {
    const hook = await createHook(source)
    expect((await rest.call("GET", `${hook.base}order`)).status).toBe(200)
    await owner.api.webhooks.renew.mutate({ botId: hook.id })
    expect((await rest.problem("GET", `${hook.base}order`)).json.code).toBe("webhook.not_found")
  })
})

describe("409", () => {
  test("is the answer to another body under the same event id", async () => {
    const headers = { "idempotency-key": "k-1" }
    await rest.call("POST", path, { body: { id: 1 }, headers })
    const again = await rest.problem("POST", path, { body: { id: 2 }, headers })
    expect([again.status, again.json.code]).toEqual([409, "request.key_reused"])
  })

  test("DOS-03 a bot that calls its own webhook again and again is cut off", async () => {
    const headers = { "botwright-depth": "17" }
    expect((await rest.problem("POST", path, { headers })).json.code).toBe("event.too_deep")
  })
})

describe("413", () => {
  test("is the answer to a body of more than 256 kB", async () => {
    const answer = await rest.problem("POST", path, { raw: `"${"x".repeat(300_000)}"` })
    expect([answer.status, answer.json.code]).toEqual([413, "request.too_large"])
  })
})

describe("415", () => {
  test("is the answer to a body of a kind no script can read", async () => {
    const headers = { "content-type": "application/octet-stream" }
    const answer = await rest.problem("POST", path, { raw: "x", headers })
    expect([answer.status, answer.json.code]).toEqual([415, "request.type_refused"])
  })
})

describe("500", () => {
  test("is the answer of a script that breaks off, and says nothing of why", async () => {
    const answer = await rest.problem("POST", `${path}?mode=fail`, { body: {} })
    expect([answer.status, answer.json.code]).toEqual([500, "webhook.failed"])
    expect(JSON.stringify(answer.json)).not.toContain("broken")
  })
})
