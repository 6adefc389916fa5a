/** Whatever is sent: a clear answer, and the others notice nothing. */
import { expect, test } from "@playwright/test"
import { ApiSession } from "./pages/api-session.ts"

const origin = process.env.BASE_URL ?? ""
const api = `${origin}/api/v1`

interface Problem {
  code: string
  detail: string
  fix: string
  status: number
  requestId: string
}

async function send(path: string, init: RequestInit): Promise<{ status: number; body: Problem }> {
  const response = await fetch(path.startsWith("http") ? path : api + path, init)
  return { status: response.status, body: (await response.json()) as Problem }
}
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  send(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body })

interface Turn {
  conversation: { id: string; token: string }
  messages: { from: string; text: string }[]
  waiting: { kind: string } | null
}
async function startDemo(): Promise<Turn> {
  const response = await fetch(`${api}/bots/demo/conversations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  })
  expect(response.status).toBe(201)
  return (await response.json()) as Turn
}

function expectProblem(
  { status, body }: { status: number; body: Problem },
  wanted: number,
  code: string,
) {
  expect(status, JSON.stringify(body)).toBe(wanted)
  expect(body).toMatchObject({ code, status: wanted })
  expect(body.detail).toMatch(/\.$/)
  expect(body.fix).not.toBe("")
  expect(body.requestId).not.toBe("")
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|at \w+ \(|postgres|select |insert /i)
}

test("garbage, wrong types and wrong sizes are each refused in words", async () => {
  const start = "/bots/demo/conversations"
  expectProblem(await post(start, "{ not json"), 400, "request.malformed")
  expectProblem(await post(start, JSON.stringify({ text: { $gt: "" } })), 400, "request.refused")
  expectProblem(await post(start, JSON.stringify({ txt: "hello" })), 400, "request.refused")
  expectProblem(
    await post(start, JSON.stringify({ ir: {}, flow: {}, vars: {} })),
    400,
    "request.refused",
  )
  expectProblem(await post(start, "[]"), 400, "request.refused")
  expectProblem(
    await post(start, JSON.stringify({ text: "x".repeat(10_000_000) })),
    413,
    "request.too_large",
  )
  expectProblem(
    await post(start, "text=hello", { "content-type": "text/plain" }),
    415,
    "request.type_refused",
  )
  expectProblem(await post(start, new Uint8Array(1000).fill(255)), 400, "request.malformed")
})

test("unknown ids and wrong tokens open nothing, and say so without telling more", async () => {
  const { conversation } = await startDemo()
  const messages = `/conversations/${conversation.id}/messages`
  const say = JSON.stringify({ text: "Ana" })
  expectProblem(await post("/bots/nobody-has-this-name/conversations", "{}"), 404, "bot.not_found")
  expectProblem(await post("/bots/..%2f..%2fetc/conversations", "{}"), 404, "bot.not_found")
  expectProblem(await post(messages, say), 401, "conversation.token_missing")
  expectProblem(
    await post(messages, say, { authorization: "Bearer wrong" }),
    401,
    "conversation.token_refused",
  )
  const other = await startDemo()
  expectProblem(
    await post(messages, say, { authorization: `Bearer ${other.conversation.token}` }),
    404,
    "conversation.not_found",
  )
  expectProblem(
    await send(`${messages}?after=-1`, {
      headers: { authorization: `Bearer ${conversation.token}` },
    }),
    400,
    "request.refused",
  )
  expectProblem(await send("/nothing/here", {}), 404, "request.path_unknown")
})

test("the same key gives the same answer once, and is refused for another body", async () => {
  const { conversation } = await startDemo()
  const authorization = {
    authorization: `Bearer ${conversation.token}`,
    "idempotency-key": "key-1",
  }
  const messages = `/conversations/${conversation.id}/messages`
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      post(messages, JSON.stringify({ text: "Ana Lima" }), authorization),
    ),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expectProblem(
    await post(messages, JSON.stringify({ text: "Ben" }), authorization),
    409,
    "request.key_reused",
  )
  const history = await fetch(`${api}${messages}?after=0`, { headers: authorization })
  const { messages: all } = (await history.json()) as Turn
  expect(all.filter((message) => message.text === "Ana Lima")).toHaveLength(1)
})

const endless = {
  "loops for ever": 'TALK "before"\nWHILE TRUE\n    x = 1\nWEND',
  "calls itself without end":
    "TALK again(1)\nFUNCTION again(n)\n    RETURN again(n + 1)\nEND FUNCTION",
  "doubles a text until it is too long": 't = "xxxxxxxxxxxxxxxx"\nWHILE TRUE\n    t = t + t\nWEND',
  "makes a list without end": "a = []\nWHILE TRUE\n    PUSH a, 1\nWEND",
  "speaks without end": 'WHILE TRUE\n    TALK "again"\nWEND',
}

test("programs without end are stopped, and a neighbour is answered meanwhile", async () => {
  const session = await ApiSession.signUp(origin)
  for (const [what, source] of Object.entries(endless)) {
    const slug = await session.publish(what, source)
    const running = fetch(`${api}/bots/${slug}/conversations`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    })
    const begun = performance.now()
    await startDemo()
    expect(performance.now() - begun, `a neighbour while a program ${what}`).toBeLessThan(2000)
    const answer = await running
    expect(answer.status, what).toBe(201)
    const turn = (await answer.json()) as Turn
    expect(turn.waiting, what).toBeNull()
    expect(turn.messages.at(-1)?.text, what).toMatch(/\w/)
  }
})

test("a header or key named like a property is an ordinary name", async () => {
  const response = await fetch(`${api}/bots/demo/conversations`, {
    method: "POST",
    headers: { "content-type": "application/json", __proto__x: "1" },
    body: '{"__proto__":{"text":"x"},"contact":{"attributes":{"constructor":"y"}}}',
  })
  expect([201, 400]).toContain(response.status)
  expect((await fetch(`${origin}/health/live`)).status).toBe(200)
})
