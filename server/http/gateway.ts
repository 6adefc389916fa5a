import { randomBytes } from "node:crypto"
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http"
import type { Duplex } from "node:stream"
import { AppError } from "#server/errors/app-error.ts"
import { toProblem } from "#server/errors/problem.ts"
import type { Log } from "#server/log.ts"
import type { Metrics } from "#server/metrics.ts"
import { findRefusal } from "./find-refusal.ts"
import { readToTheEnd } from "./read-to-the-end.ts"
import { readRequestFacts } from "./request-facts.ts"
import { type HeaderOptions, setSecurityHeaders, surfaceOf } from "./security-headers.ts"
import type { StaticFiles } from "./static-files.ts"

/** Who answers what comes in through the one port. */
export interface GatewayParts {
  /** REST, tRPC, health, metrics. */
  readonly api: RequestListener
  /** next-auth. */
  readonly auth: RequestListener
  readonly files: StaticFiles
  /** Next; null in tests and in processes without pages. */
  readonly pages: RequestListener | null
  /** Takes over a connection that becomes a web socket; false when nothing listens at that path. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
}

export interface GatewayOptions extends HeaderOptions {
  readonly trustedProxies: number
  readonly publicUrl: string
  readonly ownOrigins: ReadonlySet<string>
  readonly log: Log
  readonly metrics: Metrics
  /** Stands in a header of every answer when a test asked for it. */
  readonly mark?: string | null
}

export interface Gateway {
  readonly request: RequestListener
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Before this, and after `close`, everything but /health/live is answered 503. */
  open(parts: GatewayParts): void
  close(): void
}

/** Builds the one entrance: facts, headers and the refusals that come before any part is asked. */
export function createGateway(options: GatewayOptions): Gateway {
  let parts: GatewayParts | null = null
  return {
    request: (request, response) => {
      const entrance = enter(request, response, parts, options)
      const refusal = findRefusal(request, entrance.path, parts !== null, options.ownOrigins)
      if (refusal !== null) sendProblem(response, refusal, options.publicUrl, entrance.requestId)
      else if (parts === null) sendAlive(response)
      else dispatch(parts, entrance.path, request, response, options)
    },
    upgrade: (request, socket, head) => {
      readRequestFacts(request, options.trustedProxies)
      socket.on("error", () => socket.destroy())
      if (parts === null || !parts.upgrade(request, socket, head))
        socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
    },
    open: (given) => {
      parts = given
    },
    close: () => {
      parts = null
    },
  }
}

/** Reads the facts, sets the headers and starts the clock of a request. */
function enter(
  request: IncomingMessage,
  response: ServerResponse,
  parts: GatewayParts | null,
  options: GatewayOptions,
) {
  const { requestId } = readRequestFacts(request, options.trustedProxies)
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/"
  const surface = parts?.files.has(path) ? "asset" : surfaceOf(path)
  response.setHeader("X-Request-Id", requestId)
  if (options.mark) response.setHeader("X-Botwright-Mark", options.mark)
  setSecurityHeaders(request, response, surface, randomBytes(16).toString("base64"), options)
  readToTheEnd(request, response)
  const begun = performance.now()
  response.once("close", () => {
    const seconds = (performance.now() - begun) / 1000
    const { method = "" } = request
    const status = response.writableFinished ? response.statusCode : 499
    options.metrics.httpRequests.inc({ surface, method, status: String(status) })
    options.metrics.httpSeconds.observe({ surface }, seconds)
    const level = status >= 500 && status !== 503 ? "warn" : "debug"
    options.log[level](
      { requestId, method, path, status, ms: Math.round(seconds * 1000) },
      "request",
    )
  })
  return { requestId, path }
}

function dispatch(
  parts: GatewayParts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  options: GatewayOptions,
): void {
  const isFile = parts.files.has(path)
  // A document is a page; as Markdown, and where there are no pages, it is served as it is written.
  const isMarkdown = path.startsWith("/docs/") && (parts.pages === null || path.endsWith(".md"))
  if (path.startsWith("/api/auth/")) parts.auth(request, response)
  else if (isMarkdown || /^\/(api|health|metrics)(\/|$)/.test(path)) parts.api(request, response)
  else if (!isFile && parts.pages === null) sendUnknown(path, request, response, options)
  // While developing, the pages take reports of their own tools.
  else if (!isRead(request) && (isFile || !options.isDevelopment))
    refuseToWrite(path, request, response, options)
  else if (isFile) parts.files.send(path, request, response)
  else parts.pages?.(request, response)
}

function isRead({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD"
}

/** Files and pages are only read. */
function refuseToWrite(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { trustedProxies, publicUrl }: GatewayOptions,
): void {
  response.setHeader("Allow", "GET, HEAD, OPTIONS")
  if (request.method === "OPTIONS") {
    response.statusCode = 204
    response.end()
    return
  }
  const { requestId } = readRequestFacts(request, trustedProxies)
  const shown = path.slice(0, 200)
  const refusal = new AppError("request.method_refused", {
    method: request.method ?? "",
    path: shown,
  })
  sendProblem(response, refusal, publicUrl, requestId)
}

function sendUnknown(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  options: GatewayOptions,
): void {
  const { requestId } = readRequestFacts(request, options.trustedProxies)
  const unknown = new AppError("request.path_unknown", { method: request.method ?? "", path })
  sendProblem(response, unknown, options.publicUrl, requestId)
}

/** Answers with a problem document, for what is refused before Hono. */
export function sendProblem(
  response: ServerResponse,
  error: AppError,
  publicUrl: string,
  requestId: string,
): void {
  const problem = toProblem(error, requestId, publicUrl)
  response.statusCode = problem.status
  response.setHeader("Content-Type", "application/problem+json")
  if (error.code === "server.stopping") {
    response.setHeader("Connection", "close")
    response.setHeader("Retry-After", "5")
  }
  response.end(JSON.stringify(problem))
}

function sendAlive(response: ServerResponse): void {
  response.setHeader("Content-Type", "text/plain; charset=utf-8")
  response.end("alive\n")
}
