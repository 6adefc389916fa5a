import { fetchRequestHandler } from "@trpc/server/adapters/fetch"
import { type Context, Hono } from "hono"
import { limits } from "#catalog/limits.ts"
import { createRequestContext } from "#server/auth/request-context.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { retryAfterSeconds } from "#server/errors/problem.ts"
import { readAppError } from "#server/trpc/read-app-error.ts"
import { appRouter } from "#server/trpc/router.ts"
import { contextFacts, type HonoEnv } from "./hono-context.ts"
import { readBytes } from "./read-bytes.ts"

/** Serves the dashboard's procedures at /api/trpc. */
export function createTrpcRoutes(container: Container): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>()
  app.all("/api/trpc/*", async (c) => {
    const anyone = { container, ...contextFacts(c) }
    const { request, refusal } = await readRequest(c)
    return fetchRequestHandler({
      endpoint: "/api/trpc",
      req: request,
      router: appRouter,
      maxBatchSize: 20,
      createContext: () => {
        if (refusal !== null) throw refusal
        const orgs = readOrgs(c.env.incoming.rawHeaders)
        return createRequestContext(anyone, { cookie: c.req.header("cookie"), orgs })
      },
      responseMeta: ({ errors, paths }) => {
        const headers = new Headers({ "cache-control": "private, no-store" })
        const [first] = errors
        if (first === undefined) return { headers }
        const error = readAppError(first, undefined, anyone.requestId)
        const seconds = retryAfterSeconds(error)
        if (seconds !== null) headers.set("retry-after", String(seconds))
        // A batch in which some went well says so by 207; each of its answers carries its own error.
        const isWhole = errors.length === (paths?.length ?? 1)
        return isWhole ? { headers, status: error.text.status } : { headers, status: 207 }
      },
    })
  })
  return app
}

/**
 * Reads the whole request, so that its size is known before anything is made of it. Only drafts may be large.
 *
 * What is wrong with it is given back, so that tRPC tells it in the form its clients read.
 */
async function readRequest(
  c: Context<HonoEnv>,
): Promise<{ request: Request; refusal: AppError | null }> {
  const { method, url } = c.req
  if (method === "GET" || method === "HEAD")
    return { request: new Request(url, { method }), refusal: null }
  const isDraft = c.req.path.includes("bots.saveDraft")
  const limitBytes = isDraft ? limits.draftBodyBytes : limits.messageBodyBytes
  const headers = { "content-type": c.req.header("content-type") ?? "" }
  try {
    const body = await readBytes(c.env.incoming, limitBytes)
    const request = new Request(url, { method, headers, body: new Uint8Array(body) })
    return { request, refusal: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { request: new Request(url, { method, headers, body: "{}" }), refusal: error }
  }
}

/** Node joins a repeated header with commas; the raw list tells a repeated one from a strange one. */
export function readOrgs(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === "x-botwright-org",
  )
}
