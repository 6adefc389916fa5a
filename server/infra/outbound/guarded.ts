import { Agent, type Dispatcher } from "undici"
import { AppError, isAppError } from "#server/errors/app-error.ts"
import { createOutboundPolicy, type OutboundPolicy } from "./allow-list.ts"
import { createGuardedConnector, type ResolveName, resolveBySystem } from "./connector.ts"
import { checkHeaders, withoutSecrets } from "./headers.ts"
import {
  type Outbound,
  type OutboundRequest,
  type OutboundResponse,
  type OutboundStream,
  outboundDefaults,
} from "./port.ts"
import { readBody } from "./read-body.ts"

export interface GuardedOptions {
  /** Entries of OUTBOUND_ALLOW. */
  readonly allow: readonly string[]
  readonly resolve?: ResolveName
}

/** One hop: what is checked is this object, and this object is what is sent. */
interface Hop {
  readonly method: string
  readonly url: URL
  readonly headers: ReadonlyMap<string, string>
  readonly body: string | Uint8Array | null
}

/**
 * Builds the one outbound client: public addresses only, checked after the name was resolved, when
 * the socket is connected and again at every redirect; bounded in time and size.
 */
export function createOutbound({ allow, resolve = resolveBySystem }: GuardedOptions): Outbound {
  const policy = createOutboundPolicy(allow)
  const agent = new Agent({
    connect: createGuardedConnector(policy, resolve),
    connections: 32,
    keepAliveTimeout: 4_000,
    maxResponseSize: -1,
  })
  return {
    request: (request) => perform(agent, policy, request),
    stream: (request) => openStream(agent, policy, request),
    close: () => agent.destroy(),
  }
}

async function perform(
  agent: Agent,
  policy: OutboundPolicy,
  request: OutboundRequest,
): Promise<OutboundResponse> {
  const reached = await reach(agent, policy, request)
  const parts: Uint8Array[] = []
  for await (const part of readReached(reached, request)) parts.push(part)
  return { ...describeReply(reached), body: Buffer.concat(parts) }
}

async function openStream(
  agent: Agent,
  policy: OutboundPolicy,
  request: OutboundRequest,
): Promise<OutboundStream> {
  const reached = await reach(agent, policy, request)
  return { ...describeReply(reached), body: readReached(reached, request) }
}

/** The hop that answered, with its reply, and how what goes wrong from here on is told. */
interface Reached {
  readonly hop: Hop
  readonly reply: Dispatcher.ResponseData
  readonly explain: (error: unknown) => unknown
}

async function reach(
  agent: Agent,
  policy: OutboundPolicy,
  request: OutboundRequest,
): Promise<Reached> {
  const { timeoutMs = outboundDefaults.timeoutMs } = request
  const deadline = AbortSignal.timeout(timeoutMs)
  const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline
  let hop: Hop = {
    method: checkMethod(request.method),
    url: checkUrl(request.url, policy),
    headers: checkHeaders(request.headers ?? {}),
    body: request.body ?? null,
  }
  const tell = (error: unknown) => explain(error, hop.url.host, timeoutMs, deadline.aborted)
  try {
    for (let count = 0; count <= outboundDefaults.maxRedirects; count++) {
      const reply = await send(agent, hop, signal)
      const next = nextHop(hop, reply, policy)
      if (next === null) return { hop, reply, explain: tell }
      await reply.body.dump({ limit: 16_384 })
      hop = next
    }
  } catch (error) {
    throw tell(error)
  }
  throw new AppError("outbound.too_many_redirects", {
    host: hop.url.host,
    limit: outboundDefaults.maxRedirects,
  })
}

function send(agent: Agent, hop: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const defaults = { "user-agent": "Botwright", "accept-encoding": "gzip, deflate, br" }
  return agent.request({
    origin: hop.url.origin,
    path: `${hop.url.pathname}${hop.url.search}`,
    // Methods were checked against a list; undici's type names the same words.
    method: hop.method as Dispatcher.HttpMethod,
    headers: { ...defaults, ...Object.fromEntries(hop.headers) },
    body: hop.body,
    signal,
  })
}

function describeReply({ hop, reply }: Reached) {
  const headers = new Map<string, string>()
  for (const [name, value] of Object.entries(reply.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value)
  return { status: reply.statusCode, headers, url: hop.url.href }
}

async function* readReached(
  { hop, reply, explain: tell }: Reached,
  { maxBytes = outboundDefaults.maxBytes }: OutboundRequest,
): AsyncGenerator<Uint8Array> {
  const given = reply.headers["content-encoding"]
  const encoding = hop.method === "HEAD" || typeof given !== "string" ? undefined : given
  try {
    yield* readBody(reply.body, encoding, maxBytes, hop.url.host)
  } catch (error) {
    throw tell(error)
  }
}

/** Where a redirect leads, or null when the reply is the answer. */
function nextHop(hop: Hop, reply: Dispatcher.ResponseData, policy: OutboundPolicy): Hop | null {
  const location = reply.headers.location
  if (![301, 302, 303, 307, 308].includes(reply.statusCode) || typeof location !== "string")
    return null
  if (!URL.canParse(location, hop.url))
    throw new AppError("outbound.url_refused", { problem: "it redirects to cannot be read" })
  const url = checkUrl(new URL(location, hop.url).href, policy)
  const headers = url.origin === hop.url.origin ? new Map(hop.headers) : withoutSecrets(hop.headers)
  const isRepeated = reply.statusCode === 307 || reply.statusCode === 308
  if (isRepeated || hop.method === "GET" || hop.method === "HEAD") return { ...hop, url, headers }
  headers.delete("content-type")
  return { method: "GET", url, headers, body: null }
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

function checkMethod(method: string): string {
  const upper = method.toUpperCase()
  if (!methods.includes(upper))
    throw new AppError("outbound.url_refused", { problem: "cannot be called with this method" })
  return upper
}

function checkUrl(text: string, policy: OutboundPolicy): URL {
  const refuse = (problem: string) => new AppError("outbound.url_refused", { problem })
  if (text.length > 8_192) throw refuse("is longer than 8192 characters")
  if (!URL.canParse(text)) throw refuse("is not a complete address")
  const url = new URL(text)
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw refuse("does not begin with http:// or https://")
  if (url.username !== "" || url.password !== "")
    throw refuse("carries a user name or a password before the host")
  url.hash = ""
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80)
  if (!policy.allowsHost(url.hostname, port))
    throw new AppError("outbound.address_refused", { host: url.hostname })
  return url
}

/** Turns what the network library throws into one of our errors; the original stays as the cause. */
function explain(error: unknown, host: string, timeoutMs: number, isLate: boolean): unknown {
  if (isAppError(error)) return error
  const code = error instanceof Error && "code" in error ? error.code : ""
  if (code === "UND_ERR_HEADERS_OVERFLOW" || code === "HPE_HEADER_OVERFLOW")
    return new AppError("outbound.too_large", { host, limitBytes: 16_384 }, { cause: error })
  const isTimeout = isLate || (typeof code === "string" && /TIMEOUT|ETIMEDOUT/.test(code))
  if (isTimeout) return new AppError("outbound.timed_out", { host, timeoutMs }, { cause: error })
  return new AppError("outbound.unreachable", { host }, { cause: error })
}
