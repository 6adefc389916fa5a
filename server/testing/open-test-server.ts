import { mkdtemp, rm } from "node:fs/promises"
import type { Server } from "node:http"
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
import { type Closing, closeInOrder } from "#server/start/close-in-order.ts"
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
export async function openTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "botwright-"))
  const env = readEnv({ PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "info", ...options.env })
  const closing = closeInOrder()
  closing.add(() => rm(dataDir, { recursive: true, force: true }))
  const server = await listen(env)
  const url = `http://127.0.0.1:${portOf(server)}`
  closing.add(async () => {
    server.closeAllConnections()
    server.close()
  })
  const logLines: string[] = []
  const clock = createFakeClock(new Date())
  const db = await openEmbeddedTestDatabase()
  closing.add(() => db.close())
  const container = buildContainer({
    env,
    secrets: await loadSecrets(env),
    publicUrl: env.publicUrl ?? url,
    ownOrigins: ownOrigins(env.publicUrl, portOf(server)),
    log: openLog(env.logLevel, { write: (line: string) => void logLines.push(line) }),
    clock,
    metrics: openMetrics(),
    db,
    pubsub: createMemoryPubSub(),
    limits: createClockLimits(clock),
    cache: createMemoryCache(),
  })
  closing.add(() => container.outbound.close())
  closing.add(() => container.engine.stop())
  await attach(container, server, closing)
  return { url, container, db, clock, logLines, close: closing.close }
}

async function attach(container: Container, server: Server, closing: Closing): Promise<void> {
  const { env, publicUrl, ownOrigins: origins, log, metrics } = container
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
  closing.add(async () => {
    gateway.close()
    await sockets.close()
  })
}
