import type { IncomingMessage, RequestListener, ServerResponse } from "node:http"
import type { NextApiRequest, NextApiResponse } from "next"
import nextAuthModule from "next-auth"
import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { AppError, isAppError } from "#server/errors/app-error.ts"
import { asAppError, toProblem } from "#server/errors/problem.ts"
import type { AnyoneContext } from "#server/services/context.ts"
import { parseCookies } from "./cookies.ts"
import { interop } from "./interop.ts"
import { createNextAuthOptions } from "./next-auth-options.ts"
import { readForm } from "./read-form.ts"

const nextAuth = interop(nextAuthModule)

/** What of next-auth is offered; the rest of its routes do not exist here. */
const offered = new Set([
  "GET csrf",
  "GET session",
  "GET signin",
  "GET signout",
  "GET error",
  "GET providers",
  "POST callback/credentials",
  "POST signout",
])

export type ReadMeta = (request: IncomingMessage) => Omit<AnyoneContext, "container">

/**
 * Mounts next-auth on the plain Node server, under /api/auth/.
 *
 * next-auth speaks the request and answer of a Next route, so both get what those have on top of Node's.
 */
export function mountNextAuth(container: Container, readMeta: ReadMeta): RequestListener {
  // It then takes the origin from x-forwarded-host, which is set below to one of our own.
  process.env.AUTH_TRUST_HOST = "true"
  delete process.env.NEXTAUTH_URL
  return (request, response) => {
    const meta = { container, ...readMeta(request) }
    answer(request, response, meta).catch((thrown: unknown) => {
      const error = asAppError(thrown, meta.requestId)
      if (!isAppError(thrown))
        container.log.error({ err: error, requestId: meta.requestId }, "sign-in broke")
      const problem = toProblem(error, meta.requestId, container.publicUrl)
      if (response.headersSent) return response.destroy()
      response.statusCode = problem.status
      response.setHeader("Content-Type", "application/problem+json")
      response.end(JSON.stringify(problem))
    })
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  meta: AnyoneContext,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost")
  const action = url.pathname.slice("/api/auth/".length)
  if (!offered.has(`${request.method} ${action}`))
    throw new AppError("request.path_unknown", {
      method: request.method ?? "",
      path: url.pathname.slice(0, 200),
    })
  const body = request.method === "POST" ? await readForm(request, limits.messageBodyBytes) : {}
  const asked = {
    method: request.method,
    query: { ...Object.fromEntries(url.searchParams), nextauth: action.split("/") },
    cookies: Object.fromEntries(parseCookies(request.headers.cookie)),
    headers: { ...request.headers, ...originHeaders(request, meta.container) },
    body,
  }
  response.setHeader("Cache-Control", "private, no-store")
  await nextAuth(
    asNextRequest(asked),
    asNextResponse(response),
    createNextAuthOptions(meta.container, meta),
  )
}

/** Where the browser is: one of our own origins, never what a header merely claims. */
function originHeaders(request: IncomingMessage, { ownOrigins, publicUrl }: Container) {
  const claimed = `http://${request.headers.host}`
  const origin = new URL(ownOrigins.has(claimed) ? claimed : publicUrl)
  return { "x-forwarded-host": origin.host, "x-forwarded-proto": origin.protocol.slice(0, -1) }
}

/** next-auth reads exactly the five properties of `asked`. */
function asNextRequest(asked: object): NextApiRequest {
  return asked as NextApiRequest
}

/** next-auth calls `status`, `json`, `send` and what Node's own answer has. */
function asNextResponse(response: ServerResponse): NextApiResponse {
  const json = (value: unknown) => {
    response.setHeader("Content-Type", "application/json")
    response.end(JSON.stringify(value))
  }
  const added = {
    status: (code: number) => {
      response.statusCode = code
      return response
    },
    json,
    send: (value: unknown) => (typeof value === "object" ? json(value) : response.end(value)),
  }
  return Object.assign(response, added) as unknown as NextApiResponse
}
