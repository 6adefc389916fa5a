import { existsSync } from "node:fs"
import type { IncomingMessage, RequestListener, Server } from "node:http"
import { join } from "node:path"
import type { Duplex } from "node:stream"
import type { Env } from "#server/env.ts"
import { StartRefusal } from "#server/errors/start-refusal.ts"
import type { Log } from "#server/log.ts"

const root = join(import.meta.dirname, "../..")

/** The pages of the dashboard, inside this process. */
export interface Pages {
  readonly request: RequestListener
  /** For hot reload while developing. */
  readonly upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | null
  close(): Promise<void>
}

/**
 * Starts Next: what was built in production, with hot reload in development.
 *
 * Throws: StartRefusal when nothing was built.
 */
export async function startPages(
  env: Pick<Env, "isProduction">,
  server: Server,
  address: { readonly host: string; readonly port: number },
  log: Log,
): Promise<Pages> {
  if (env.isProduction && !existsSync(join(root, ".next/BUILD_ID")))
    throw new StartRefusal(
      "The pages have not been built yet; run npm run build, or npm start, which does it.",
    )
  const { default: next } = await import("next")
  const app = next({
    dev: !env.isProduction,
    dir: root,
    hostname: address.host,
    port: address.port,
    httpServer: server,
    quiet: true,
  })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    request: (request, response) => {
      handle(request, response).catch((error: unknown) => {
        log.error({ err: error, path: request.url }, "page broke")
        if (!response.headersSent) response.statusCode = 500
        response.end()
      })
    },
    upgrade: env.isProduction ? null : app.getUpgradeHandler(),
    close: () => app.close(),
  }
}
