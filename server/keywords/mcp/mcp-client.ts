/**
 * Speaks to one MCP server over Streamable HTTP, as a client that only lists and calls tools.
 *
 * Servers up to 2025-11-25 want a handshake and may give a session; those from 2026-07-28 know neither and
 * take what the handshake would say with every request. Which kind it is shows in the answer to the
 * handshake. There is no other transport: nothing is ever started on this machine.
 */
import type { Json } from "#basic/vm/value.ts"
import { isJsonObject } from "../http/read-json.ts"
import { EffectFailed, type HttpReply, type HttpRequest } from "../step.ts"
import { type RpcAnswer, readJsonRpc } from "./read-json-rpc.ts"

const versions = { handshake: "2025-11-25", stateless: "2026-07-28" }
const clientInfo = { name: "botwright", version: "1" }
const limits = { pages: 20, tools: 1_000 }

export interface McpServer {
  readonly name: string
  readonly url: string
  /** Sent as a bearer token; null for a server that asks for none. */
  readonly key: string | null
}

export type McpTool = {
  name: string
  description: string
  parameters: Json
  /** The server says that it changes nothing. */
  isReadOnly?: boolean
}
type Send = (request: HttpRequest) => Promise<HttpReply>

export class McpClient {
  readonly #server: McpServer
  readonly #send: Send
  #isStateless = false
  #version = versions.handshake
  #session: string | null = null
  #count = 0

  constructor(server: McpServer, send: Send) {
    this.#server = server
    this.#send = send
  }

  /** Throws `EffectFailed` "mcp.refused" when the server does not speak MCP or refuses. */
  async listTools(): Promise<McpTool[]> {
    return await this.#inSession(async () => {
      const tools: McpTool[] = []
      let cursor: Json = null
      for (let page = 0; page < limits.pages && tools.length < limits.tools; page++) {
        const params: { [key: string]: Json } = cursor === null ? {} : { cursor }
        const result: { readonly [key: string]: Json } = await this.#ask("tools/list", params)
        tools.push(...readTools(result.tools ?? null))
        cursor = result.nextCursor ?? null
        if (cursor === null) break
      }
      return tools
    })
  }

  /** Gives the result as the protocol has it. Throws `EffectFailed` "mcp.refused". */
  async callTool(name: string, args: Json): Promise<{ readonly [key: string]: Json }> {
    return await this.#inSession(() => this.#ask("tools/call", { name, arguments: args }))
  }

  async #inSession<T>(work: () => Promise<T>): Promise<T> {
    await this.#open()
    try {
      return await work()
    } finally {
      if (this.#session !== null) await this.#post(null, "DELETE").catch(() => null)
    }
  }

  async #open() {
    const params = { protocolVersion: versions.handshake, capabilities: {}, clientInfo }
    const reply = await this.#request("initialize", params)
    const answer = reply.status < 400 ? readJsonRpc(reply, this.#count) : null
    if (answer === null || "error" in answer) {
      // 401 and 403 will not become better by another way of asking.
      if (reply.status === 401 || reply.status === 403) throw this.#refuse(reply, answer)
      this.#isStateless = true
      this.#version = versions.stateless
      return
    }
    const { protocolVersion } = answer.result
    if (typeof protocolVersion === "string") this.#version = protocolVersion.slice(0, 40)
    this.#session = reply.headers?.get("mcp-session-id") ?? null
    await this.#post({ jsonrpc: "2.0", method: "notifications/initialized" })
  }

  async #ask(method: string, params: { [key: string]: Json }) {
    const reply = await this.#request(method, params)
    const answer = reply.status < 400 ? readJsonRpc(reply, this.#count) : null
    if (answer === null || "error" in answer) throw this.#refuse(reply, answer)
    return answer.result
  }

  #request(method: string, params: { [key: string]: Json }): Promise<HttpReply> {
    const id = ++this.#count
    const own = this.#isStateless ? { ...params, _meta: this.#describeSelf() } : params
    return this.#post({ jsonrpc: "2.0", id, method, params: own })
  }

  #describeSelf(): Json {
    const prefix = "io.modelcontextprotocol"
    return {
      [`${prefix}/protocolVersion`]: this.#version,
      [`${prefix}/clientInfo`]: clientInfo,
      [`${prefix}/clientCapabilities`]: {},
    }
  }

  #post(message: Json, method: "POST" | "DELETE" = "POST"): Promise<HttpReply> {
    const { url, key } = this.#server
    const headers: [string, string][] = [
      ["accept", "application/json, text/event-stream"],
      ["mcp-protocol-version", this.#version],
    ]
    if (message !== null) headers.push(["content-type", "application/json"])
    if (this.#isStateless) headers.push(...describeCall(message))
    if (key !== null) headers.push(["authorization", `Bearer ${key}`])
    if (this.#session !== null) headers.push(["mcp-session-id", this.#session])
    const body = message === null ? null : JSON.stringify(message)
    return this.#send({ method, url, headers, body })
  }

  #refuse({ status }: HttpReply, answer: RpcAnswer | null): EffectFailed {
    const reason =
      answer !== null && "error" in answer
        ? `says: ${answer.error}`
        : status >= 400
          ? `answered with status ${status}.`
          : "does not answer as an MCP server does."
    return new EffectFailed("mcp.refused", `The MCP server ${this.#server.name} ${reason}`)
  }
}

/** Servers without a handshake may route by headers alone. A name that no header can carry stays in the body. */
function describeCall(message: Json): [string, string][] {
  if (!isJsonObject(message) || typeof message.method !== "string") return []
  const name = isJsonObject(message.params) ? message.params.name : null
  const isPlain = typeof name === "string" && /^[\x21-\x7e]{1,200}$/.test(name)
  const headers: [string, string][] = [["mcp-method", message.method]]
  if (isPlain) headers.push(["mcp-name", name])
  return headers
}

function readTools(tools: Json): McpTool[] {
  if (!Array.isArray(tools)) return []
  return tools.flatMap((tool) => {
    if (typeof tool !== "object" || tool === null || Array.isArray(tool)) return []
    const { name, description, inputSchema, annotations } = tool
    if (typeof name !== "string") return []
    const words = typeof description === "string" ? description : ""
    const read = { name, description: words, parameters: inputSchema ?? null }
    return [saysReadOnly(annotations) ? { ...read, isReadOnly: true } : read]
  })
}

const saysReadOnly = (annotations: Json | undefined): boolean =>
  typeof annotations === "object" &&
  annotations !== null &&
  !Array.isArray(annotations) &&
  annotations.readOnlyHint === true
