import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { ModelProvider } from "#catalog/models/define.ts"

export interface AskedQuestion {
  readonly path: string
  readonly headers: IncomingMessage["headers"]
  // The body of a request as it came: JSON of the provider's own shape.
  readonly body: Readonly<Record<string, unknown>>
  /** What came that was no JSON. */
  readonly form: string
}

export interface AskedTool {
  readonly name: string
  readonly arguments: object
}

/** What the stand-in does with the next request. */
export type Behaviour =
  | {
      readonly kind: "answer"
      readonly parts: readonly string[]
      readonly ends?: "length" | "filter"
    }
  /** Asks for tools instead of answering. */
  | { readonly kind: "call"; readonly calls: readonly AskedTool[] }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  /** Says the first part, then breaks off. */
  | { readonly kind: "cut" }
  /** Says the first part, then nothing more. */
  | { readonly kind: "hang" }
  /** Ends properly, without the event that says so. */
  | { readonly kind: "unfinished" }
  | { readonly kind: "garbage"; readonly body: string; readonly type: string }
  | { readonly kind: "redirect"; readonly to: string }
  /** Answers with this and nothing else. */
  | { readonly kind: "give"; readonly body: string | Uint8Array; readonly type?: string }

/** Writes an answer as one wire format has it. */
export interface WireFormat {
  readonly path: string
  begin(response: ServerResponse): void
  part(response: ServerResponse, text: string): void
  call(response: ServerResponse, calls: readonly AskedTool[]): void
  end(response: ServerResponse, ends: "stop" | "length" | "filter" | "tools"): void
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
  call: (response, calls) =>
    calls.forEach(({ name, arguments: given }, index) => {
      const call = { name, arguments: JSON.stringify(given) }
      const tool = { index, id: `call${index + 1}`, type: "function", function: call }
      event(response, chunk([{ index: 0, delta: { tool_calls: [tool] }, finish_reason: null }]))
    }),
  end: (response, ends) => {
    const reason = {
      ...{ stop: "stop", length: "length", filter: "content_filter", tools: "tool_calls" },
    }[ends]
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

/** Groq and Mistral tell what was used with the end, each in its own place. */
const endWithUsage =
  (place: "groq" | "mistral"): WireFormat["end"] =>
  (response, ends) => {
    const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 }
    const reason = {
      ...{ stop: "stop", length: "length", filter: "content_filter", tools: "tool_calls" },
    }[ends]
    const delta = place === "mistral" ? { role: "assistant", content: "" } : {}
    const more = place === "groq" ? { x_groq: { id: "r1", usage } } : { usage }
    event(response, chunk([{ index: 0, delta, finish_reason: reason }], more))
    response.end("data: [DONE]\n\n")
  }
export const groqFormat: WireFormat = { ...openaiFormat, end: endWithUsage("groq") }
export const mistralFormat: WireFormat = {
  ...openaiFormat,
  part: (response, content) =>
    event(
      response,
      chunk([{ index: 0, delta: { role: "assistant", content }, finish_reason: null }]),
    ),
  call: (response, calls) => {
    const tools = calls.map(({ name, arguments: given }, index) => ({
      ...{ index, id: `call0000${index}` },
      function: { name, arguments: JSON.stringify(given) },
    }))
    const delta = { role: "assistant", content: "", tool_calls: tools }
    event(response, chunk([{ index: 0, delta, finish_reason: null }]))
  },
  end: endWithUsage("mistral"),
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
  call: (response, calls) =>
    calls.forEach(({ name, arguments: given }, place) => {
      const index = place + 1
      const block = { type: "tool_use", id: `call${index}`, name, input: {} }
      const start = { type: "content_block_start", index, content_block: block }
      event(response, start, "content_block_start")
      const delta = { type: "input_json_delta", partial_json: JSON.stringify(given) }
      event(response, { type: "content_block_delta", index, delta }, "content_block_delta")
      event(response, { type: "content_block_stop", index }, "content_block_stop")
    }),
  end: (response, ends) => {
    event(response, { type: "content_block_stop", index: 0 }, "content_block_stop")
    const reason = {
      ...{ stop: "end_turn", length: "max_tokens", filter: "refusal", tools: "tool_use" },
    }[ends]
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

const googleChunk = (parts: readonly object[], finishReason?: string) => ({
  candidates: [
    { content: { parts, role: "model" }, index: 0, ...(finishReason && { finishReason }) },
  ],
  modelVersion: "m",
  ...(finishReason && {
    usageMetadata: { promptTokenCount: 11, candidatesTokenCount: 7, totalTokenCount: 18 },
  }),
})

export const googleFormat: WireFormat = {
  path: "/v1/models/m:streamGenerateContent?alt=sse",
  begin: () => undefined,
  part: (response, text) => event(response, googleChunk([{ text }])),
  call: (response, calls) => {
    const parts = calls.map(({ name, arguments: args }) => ({ functionCall: { name, args } }))
    event(response, googleChunk(parts))
  },
  end: (response, ends) => {
    const reason = { stop: "STOP", length: "MAX_TOKENS", filter: "SAFETY", tools: "STOP" }[ends]
    event(response, googleChunk([], reason))
    response.end()
  },
  refuse: (status, secret) => ({
    error: { code: status, message: `API key not valid: ${secret}`, status: "INVALID_ARGUMENT" },
  }),
}

/** What each provider of the catalogue speaks. */
export const formatOf = ({ id, protocol }: ModelProvider): WireFormat =>
  ({ groq: groqFormat, mistral: mistralFormat })[id] ??
  { openai: openaiFormat, anthropic: anthropicFormat, google: googleFormat }[protocol]

/** A model service in the test's own process that speaks one provider's wire format. */
export async function openStandIn(format: WireFormat) {
  const asked: AskedQuestion[] = []
  const behaviours: Behaviour[] = []
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = []
    for await (const part of request) parts.push(part)
    const whole = Buffer.concat(parts).toString("latin1")
    const isJson = whole.startsWith("{")
    const body = isJson ? JSON.parse(Buffer.concat(parts).toString()) : {}
    const form = isJson ? "" : whole
    asked.push({ path: request.url ?? "", headers: request.headers, body, form })
    const next = behaviours.shift() ?? usual(request.url ?? "", body)
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

/** What it does when nothing else was said. */
function usual(path: string, body: { readonly input?: unknown }): Behaviour {
  if (!path.endsWith("/embeddings")) return { kind: "answer", parts: ["Hello", " there"] }
  const texts = Array.isArray(body.input) ? body.input.map(String) : []
  const data = texts.map((text, index) => ({ index, embedding: [1, text.length, 2] }))
  return { kind: "give", body: JSON.stringify({ data, usage: { prompt_tokens: texts.length } }) }
}

function behave(
  format: WireFormat,
  behaviour: Behaviour,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { kind } = behaviour
  if (kind === "redirect") return response.writeHead(307, { location: behaviour.to }).end()
  if (kind === "give")
    return response
      .writeHead(200, { "content-type": behaviour.type ?? "application/json" })
      .end(behaviour.body)
  if (kind === "garbage")
    return response.writeHead(200, { "content-type": behaviour.type }).end(behaviour.body)
  if (kind === "status") {
    const secret = String(
      request.headers.authorization ??
        request.headers["x-api-key"] ??
        request.headers["x-goog-api-key"],
    )
    if (behaviour.retryAfter !== undefined) response.setHeader("retry-after", behaviour.retryAfter)
    response.writeHead(behaviour.status, { "content-type": "application/json" })
    return response.end(JSON.stringify(format.refuse(behaviour.status, secret)))
  }
  response.writeHead(200, { "content-type": "text/event-stream" })
  format.begin(response)
  if (kind === "call") {
    format.call(response, behaviour.calls)
    return format.end(response, "tools")
  }
  const parts = kind === "answer" ? behaviour.parts : ["Hello"]
  for (const part of parts) format.part(response, part)
  if (kind === "cut") return setImmediate(() => response.destroy())
  if (kind === "hang") return response
  if (kind === "unfinished") return response.end()
  return format.end(response, behaviour.ends ?? "stop")
}
