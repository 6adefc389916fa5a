import type { HttpBindings } from "@hono/node-server"
import type { Context } from "hono"
import { AppError } from "#server/errors/app-error.ts"
import { asAppError, retryAfterSeconds, toProblem } from "#server/errors/problem.ts"
import type { Log } from "#server/log.ts"
import { factsOf, type RequestFacts } from "./request-facts.ts"

/** What a Hono route finds in its context: the request and answer of Node. */
export interface HonoEnv {
  Bindings: HttpBindings
}

/** The facts of the request behind a Hono context. */
export function contextFacts(c: Context): RequestFacts {
  const bindings: Partial<HttpBindings> = c.env
  if (bindings.incoming === undefined)
    return { requestId: "req_none", ip: "0.0.0.0", userAgent: "" }
  return factsOf(bindings.incoming)
}

/** Maps everything a route throws to problem+json; the only place REST does so. */
export function createErrorHandler(publicUrl: string, log: Log) {
  return (thrown: unknown, c: Context): Response => {
    const { requestId } = contextFacts(c)
    const error = asAppError(thrown, requestId)
    if (error.text.status >= 500)
      log.error({ err: error, requestId, method: c.req.method, path: c.req.path }, "request broke")
    const problem = toProblem(error, requestId, publicUrl)
    const seconds = retryAfterSeconds(error)
    if (seconds !== null) c.header("Retry-After", String(seconds))
    c.header("Content-Type", "application/problem+json")
    // Statuses of the table are all statuses of an answer with a body.
    return c.body(JSON.stringify(problem), problem.status as 400)
  }
}

/** Answers an address where nothing is, or where another method is. */
export function answerUnknown(c: Context): never {
  throw new AppError("request.path_unknown", {
    method: c.req.method,
    path: c.req.path.slice(0, 200),
  })
}
