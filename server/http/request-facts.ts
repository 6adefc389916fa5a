import { randomBytes } from "node:crypto"
import type { IncomingMessage } from "node:http"
import ipaddr from "ipaddr.js"

/** What is known of a request before anything of it is trusted. */
export interface RequestFacts {
  /** Stands in the answer, in every log line, and in what the person is told of an unexpected error. */
  readonly requestId: string
  readonly ip: string
  readonly userAgent: string
}

const known = new WeakMap<IncomingMessage, RequestFacts>()

/**
 * Reads the facts of a request, once.
 *
 * `trustedProxies`: how many proxies of ours add to X-Forwarded-For; with 0 the header counts for
 * nothing, so that nobody chooses the address they are limited by.
 */
export function readRequestFacts(request: IncomingMessage, trustedProxies: number): RequestFacts {
  const before = known.get(request)
  if (before !== undefined) return before
  const facts: RequestFacts = {
    requestId: `req_${randomBytes(9).toString("base64url")}`,
    ip: readIp(request, trustedProxies),
    userAgent: (request.headers["user-agent"] ?? "").slice(0, 300),
  }
  known.set(request, facts)
  return facts
}

/** The facts that were read when the request came in. */
export function factsOf(request: IncomingMessage): RequestFacts {
  return readRequestFacts(request, 0)
}

function readIp(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? "0.0.0.0"
  const forwarded = request.headers["x-forwarded-for"]
  if (trustedProxies === 0 || typeof forwarded !== "string") return plain(direct)
  const hops = forwarded.split(",").map((hop) => hop.trim())
  const client = hops.at(-trustedProxies) ?? hops[0] ?? ""
  return ipaddr.isValid(client) ? plain(client) : plain(direct)
}

function plain(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address
}
