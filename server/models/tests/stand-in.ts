import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

export interface AskedQuestion {
  readonly path: string
  readonly headers: IncomingMessage["headers"]
  // The body of a request as it came: JSON of the provider's own shape.
  readonly body: Readonly<Record<string, unknown>>
}

/** What the stand-in does with the next request. */
export type Behaviour =
  | {
      readonly kind: "answer"
      readonly parts: readonly string[]
      readonly ends?: "length" | "filter"
    }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  /** Says the first part, then breaks off. */
  | { readonly kind: "cut" }
  /** Says the first part, then nothing more. */
  | { readonly kind: "hang" }
  /** Ends properly, without the event that says so. */
  | { readonly kind: "unfinished" }
  | { readonly kind: "garbage"; readonly body: string; readonly type: string }
  | { readonly kind: "redirect"; readonly to: string }

/** Writes an answer as one wire format has it. */
export interface WireFormat {
  readonly path: string
  begin(response: ServerResponse): void
  part(response: ServerResponse, text: string): void
  end(response: ServerResponse, ends: "stop" | "length" | "filter"): void
  refuse(status: number, secret: string): object
}

const event = (response: ServerResponse, data: object, name?: string) =>
  response.write(`${name ? `event: ${name}\n` : ""}data: ${JSON.stringify(data)}\n\n`)
const chunk = (choices: readonly object[], more: object = {}) => ({
  ...{ id: "c1", object: "chat.completion.chunk", created: 1, model: "m", choices, ...more },
})

export const openaiFormat: WireFormat = {
  path: "/v1/chat/completions",
  begin: (response) => {
    const delta = { role: "assistant", content: "" }
    event(response, chunk([{ index: 0, delta, finish_reason: null }]))
  },
  part: (response, content) =>
    event(response, chunk([{ index: 0, delta: { content }, finish_reason: null }])),
  end: (response, ends) => {
    const reason = { stop: "stop", length: "length", filter: "content_filter" }[ends]
    event(response, chunk([{ index: 0, delta: {}, finish_reason: reason }]))
    const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 }
    event(response, chunk([], { usage }))
    response.end("data: [DONE]\n\n")
  },
  refuse: (status, secret) => ({
    error: {
      message: `Incorrect key ${secret}`,
      type: "invalid_request_error",
      code: String(status),
    },
  }),
}

const anthropicUsage = {
  ...{ input_tokens: 11, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 },
  server_tool_use: null,
}
const anthropicOrigin = { cache_creation: null, inference_geo: null, service_tier: "standard" }

export const anthropicFormat: WireFormat = {
  path: "/v1/messages",
  begin: (response) => {
    const message = {
      ...{ id: "m1", type: "message", role: "assistant", model: "m", content: [] },
      ...{ stop_reason: null, stop_sequence: null, stop_details: null, container: null },
      usage: { ...anthropicUsage, ...anthropicOrigin, output_tokens: 1 },
    }
    event(response, { type: "message_start", message }, "message_start")
    const block = {
      type: "content_block_start",
      index: 0,
      content_block: { type: "text", text: "", citations: null },
    }
    event(response, block, "content_block_start")
  },
  part: (response, text) => {
    const delta = { type: "text_delta", text }
    event(response, { type: "content_block_delta", index: 0, delta }, "content_block_delta")
  },
  end: (response, ends) => {
    event(response, { type: "content_block_stop", index: 0 }, "content_block_stop")
    const reason = { stop: "end_turn", length: "max_tokens", filter: "refusal" }[ends]
    const delta = {
      ...{ stop_reason: reason, stop_sequence: null, stop_details: null, container: null },
    }
    const usage = { ...anthropicUsage, output_tokens: 7 }
    event(response, { type: "message_delta", delta, usage }, "message_delta")
    event(response, { type: "message_stop" }, "message_stop")
    response.end()
  },
  refuse: (_status, secret) => ({
    type: "error",
    error: { type: "authentication_error", message: `invalid x-api-key ${secret}` },
  }),
}

/** A model service in the test's own process that speaks one provider's wire format. */
export async function openStandIn(format: WireFormat) {
  const asked: AskedQuestion[] = []
  const behaviours: Behaviour[] = []
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = []
    for await (const part of request) parts.push(part)
    const body = JSON.parse(Buffer.concat(parts).toString() || "{}")
    asked.push({ path: request.url ?? "", headers: request.headers, body })
    const next = behaviours.shift() ?? { kind: "answer", parts: ["Hello", " there"] }
    behave(format, next, request, response)
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    /** What it does, request by request; an answer when nothing is left. */
    next: (...more: Behaviour[]) => void behaviours.push(...more),
    url: `http://127.0.0.1:${port}/v1`,
    port,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function behave(
  format: WireFormat,
  behaviour: Behaviour,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { kind } = behaviour
  if (kind === "redirect") return response.writeHead(307, { location: behaviour.to }).end()
  if (kind === "garbage")
    return response.writeHead(200, { "content-type": behaviour.type }).end(behaviour.body)
  if (kind === "status") {
    const secret = String(request.headers.authorization ?? request.headers["x-api-key"])
    if (behaviour.retryAfter !== undefined) response.setHeader("retry-after", behaviour.retryAfter)
    response.writeHead(behaviour.status, { "content-type": "application/json" })
    return response.end(JSON.stringify(format.refuse(behaviour.status, secret)))
  }
  response.writeHead(200, { "content-type": "text/event-stream" })
  format.begin(response)
  const parts = kind === "answer" ? behaviour.parts : ["Hello"]
  for (const part of parts) format.part(response, part)
  if (kind === "cut") return setImmediate(() => response.destroy())
  if (kind === "hang") return response
  if (kind === "unfinished") return response.end()
  return format.end(response, behaviour.ends ?? "stop")
}
