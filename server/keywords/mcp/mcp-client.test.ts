import { describe, expect, it } from "vitest"
import { fromJson, toJson } from "#basic"
import type { OperandValue } from "#basic/vm/outcome.ts"
import type { Json, Value } from "#basic/vm/value.ts"
import { handlers } from "../index.ts"
import type { HttpReply, HttpRequest } from "../step.ts"
import { FakeStep } from "../tests/fake-step.ts"

type Message = { id?: number; method: string; params: { [key: string]: Json } }
type Answer = { result?: Json; error?: { code: number; message: string } }

const tool = { name: "find", description: "Finds.", inputSchema: { type: "object" } }
const info = { protocolVersion: "2025-06-18", capabilities: {}, serverInfo: { name: "s" } }

/** A server that wants the handshake and gives a session; `asStream` answers with events. */
function handshakeServer(call: Answer, asStream = false) {
  return ({ method, headers, body }: HttpRequest): HttpReply => {
    if (method === "DELETE") return reply(200, "")
    const message = JSON.parse(body ?? "") as Message
    const given = new Map(headers)
    const isOpening = message.method === "initialize"
    if (!isOpening && given.get("mcp-session-id") !== "s1") return reply(404, "")
    if (!isOpening && given.get("mcp-protocol-version") !== "2025-06-18") return reply(400, "")
    if (message.id === undefined) return reply(202, "")
    const answers: Record<string, Answer> = {
      initialize: { result: info },
      "tools/list": message.params.cursor
        ? { result: { tools: [{ ...tool, name: "second" }] } }
        : { result: { tools: [tool], nextCursor: "c" } },
      "tools/call": call,
    }
    const text = JSON.stringify({ jsonrpc: "2.0", id: message.id, ...answers[message.method] })
    const sent = asStream
      ? `: hello\r\ndata: {"jsonrpc":"2.0","method":"notifications/progress"}\r\n\r\nevent: message\r\ndata: ${text}\r\n\r\n`
      : text
    const type = asStream ? "text/event-stream; charset=utf-8" : "application/json"
    return { ...reply(200, sent, type), headers: new Map([["mcp-session-id", "s1"]]) }
  }
}

/** A server of the kind without handshakes: everything stands in each request. */
function statelessServer({ body }: HttpRequest): HttpReply {
  const { id, method, params } = JSON.parse(body ?? "") as Message
  const error = { code: -32601, message: "Method not found" }
  const meta = params._meta as { [key: string]: Json } | undefined
  const isCall = method === "tools/call" && meta?.["io.modelcontextprotocol/protocolVersion"]
  const result = { resultType: "complete", content: [{ type: "text", text: '{"a":1}' }] }
  return reply(200, JSON.stringify({ jsonrpc: "2.0", id, ...(isCall ? { result } : { error }) }))
}

const reply = (status: number, body: string, contentType = "application/json"): HttpReply => ({
  status,
  contentType,
  body,
})

async function perform(
  keyword: string,
  operands: Record<string, OperandValue>,
  server: (request: HttpRequest) => HttpReply,
  settings: Record<string, string> = {
    "mcp-library-url": "https://mcp.example/",
    "mcp-library-key": "k",
  },
) {
  const step = new FakeStep()
  for (const [name, value] of Object.entries(settings)) step.settingValues.set(name, value)
  step.request = async (request) => {
    step.requests.push(request)
    return server(request)
  }
  const value = await handlers.get(keyword)!(operands, step)
  return { step, value: toJson(value as Value) }
}
const call = (answer: Answer, asStream?: boolean) =>
  perform(
    "USE MCP",
    { server: "Library", tool: "find", arguments: fromJson({ title: "Emma" }) },
    handshakeServer(answer, asStream),
  )

describe("an MCP server", () => {
  it("is opened, asked once with its key, and closed again", async () => {
    const { step, value } = await call({ result: { content: [{ type: "text", text: "Found." }] } })
    expect(value).toBe("Found.")
    expect(
      step.requests.map(({ method, body }) => [method, body && JSON.parse(body).method]),
    ).toEqual([
      ["POST", "initialize"],
      ["POST", "notifications/initialized"],
      ["POST", "tools/call"],
      ["DELETE", null],
    ])
    for (const { headers } of step.requests)
      expect(Object.fromEntries(headers)).toMatchObject({ authorization: "Bearer k" })
    expect(JSON.parse(step.requests[2]?.body ?? "").params).toEqual({
      name: "find",
      arguments: { title: "Emma" },
    })
    expect(step.unknown).toEqual(["error"])
  })

  it("may answer with events, with a structured result, and with parts that are no text", async () => {
    const structured = { content: [{ type: "text", text: "x" }], structuredContent: { n: 2 } }
    expect((await call({ result: structured }, true)).value).toEqual({ n: 2 })
    const picture = { type: "image", data: "AA==", mimeType: "image/png" }
    expect((await call({ result: { content: [picture] } })).value).toEqual([picture])
  })

  it("may know no handshake", async () => {
    const { value } = await perform(
      "MCP INVOKE",
      { server: "library", tool: "find" },
      statelessServer,
    )
    expect(value).toEqual({ a: 1 })
  })

  it("lists its tools page by page", async () => {
    const { value } = await perform("MCP LIST TOOLS", { server: "library" }, handshakeServer({}))
    expect(value).toEqual([
      { name: "find", description: "Finds.", parameters: { type: "object" } },
      { name: "second", description: "Finds.", parameters: { type: "object" } },
    ])
  })

  it("fails, catchably, with the words of the tool, of the server, or the status", async () => {
    const said = { result: { isError: true, content: [{ type: "text", text: "No such book." }] } }
    await expect(call(said)).rejects.toThrow("The tool find says: No such book.")
    const refused = { error: { code: -32602, message: "Unknown tool." } }
    await expect(call(refused)).rejects.toThrow("The MCP server library says: Unknown tool.")
    const denied = perform("USE MCP", { server: "library", tool: "x" }, () => reply(401, "k"))
    await expect(denied).rejects.toThrow("The MCP server library answered with status 401.")
    const page = perform("USE MCP", { server: "library", tool: "x" }, () => reply(200, "<p>"))
    await expect(page).rejects.toThrow(
      "The MCP server library does not answer as an MCP server does.",
    )
  })

  it("names the setting that is missing", async () => {
    const missing = perform("USE MCP", { server: "My Books", tool: "x" }, statelessServer, {})
    await expect(missing).rejects.toThrow("its setting mcp-my-books-url is empty.")
  })

  it.each(["npx -y server", "stdio:server", "file:///bin/sh", "ws://x.example/", "/usr/bin/env"])(
    "SBX-10 is never started on this machine: %s is no address of one",
    async (url) => {
      const settings = { "mcp-library-url": url, "mcp-library-env": "NODE_OPTIONS=--require x" }
      const refused = perform(
        "USE MCP",
        { server: "library", tool: "x" },
        statelessServer,
        settings,
      )
      await expect(refused).rejects.toMatchObject({ code: "mcp.refused" })
    },
  )
})
