import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { createFakeClock } from "#server/clock.ts"
import type { Container } from "#server/container.ts"
import { readEnv } from "#server/env.ts"
import { createGateway } from "#server/http/gateway.ts"
import { listen, portOf } from "#server/http/listen.ts"
import { ownOrigins } from "#server/http/own-origins.ts"
import { createMemoryCache } from "#server/infra/cache/memory.ts"
import { createMemoryPubSub } from "#server/infra/pubsub/memory.ts"
import { openLog } from "#server/log.ts"
import { openMetrics } from "#server/metrics.ts"
import { loadSecrets } from "#server/secrets/load-secrets.ts"
import { buildContainer } from "#server/start/build-container.ts"
import { createParts } from "#server/start/create-parts.ts"
import { createClockLimits } from "./clock-limits.ts"

/** The whole server without pages, on a free port and a database in memory. */
export interface TestServer {
  readonly url: string
  readonly container: Container
  readonly db: Database
  readonly clock: ReturnType<typeof createFakeClock>
  /** Lines of the log, as they were written. */
  readonly logLines: readonly string[]
  close(): Promise<void>
}

export interface TestServerOptions {
  readonly env?: Readonly<Record<string, string>>
}

/** Opens a server for one suite; close it after. */
export async function openTestServer({
  env: extra = {},
}: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "botwright-"))
  const env = readEnv({ PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "info", ...extra })
  const logLines: string[] = []
  const log = openLog(env.logLevel, { write: (line: string) => void logLines.push(line) })
  const clock = createFakeClock(new Date())
  const metrics = openMetrics()
  const [server, db, secrets] = await Promise.all([
    listen(env),
    openEmbeddedTestDatabase(),
    loadSecrets(env),
  ])
  const url = `http://127.0.0.1:${portOf(server)}`
  const origins = ownOrigins(env.publicUrl, portOf(server))
  const publicUrl = env.publicUrl ?? url
  const container = buildContainer({
    env,
    secrets,
    publicUrl,
    ownOrigins: origins,
    log,
    clock,
    metrics,
    db,
    pubsub: createMemoryPubSub(),
    limits: createClockLimits(clock),
    cache: createMemoryCache(),
  })
  const gateway = createGateway({
    isHttps: publicUrl.startsWith("https:"),
    isDevelopment: false,
    trustedProxies: env.trustedProxies,
    publicUrl,
    ownOrigins: origins,
    log,
    metrics,
  })
  const { parts, sockets } = await createParts(container, null)
  server.on("request", gateway.request)
  server.on("upgrade", gateway.upgrade)
  gateway.open(parts)
  container.engine.start()
  return {
    url,
    container,
    db,
    clock,
    logLines,
    close: async () => {
      gateway.close()
      sockets.close()
      await container.engine.stop()
      server.closeAllConnections()
      server.close()
      await container.outbound.close()
      await db.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
