import { randomUUID } from "node:crypto"
import type { Server } from "node:http"
import { type Database, openDatabase } from "#db/client.ts"
import { systemClock } from "#server/clock.ts"
import { type Container, publishPagesPort } from "#server/container.ts"
import type { Env } from "#server/env.ts"
import { createGateway, type Gateway } from "#server/http/gateway.ts"
import { listen, portOf } from "#server/http/listen.ts"
import { ownOrigins } from "#server/http/own-origins.ts"
import type { Queue } from "#server/infra/queue/port.ts"
import type { Log } from "#server/log.ts"
import { type Metrics, openMetrics } from "#server/metrics.ts"
import { loadSecrets } from "#server/secrets/load-secrets.ts"
import { demoEmail, seedDemo, turnOffDemo } from "#server/services/demo/seed-demo.ts"
import { startWorkers } from "#workers/index.ts"
import { alone } from "./alone.ts"
import { announce, describeSecurity } from "./announce.ts"
import { buildContainer } from "./build-container.ts"
import { checkFolder } from "./check-start.ts"
import { closeInOrder } from "./close-in-order.ts"
import { createParts } from "./create-parts.ts"
import { keepDatabase } from "./keep-database.ts"
import { keepFiles } from "./keep-files.ts"
import { keepKnowledge } from "./keep-knowledge.ts"
import { type OpenedShared, openSharedParts } from "./open-shared-parts.ts"
import { createPagesPort } from "./pages-port.ts"
import { startPages } from "./start-pages.ts"

/** A process that serves. */
export interface RunningProcess {
  /** What is printed once it answers. */
  readonly announcement: string
  /** Finishes what runs, then lets go of everything, in order. */
  stop(): Promise<void>
}

/**
 * Starts one process: the port first, so that a second one is refused before it touches anything; then
 * the data, the engine, and the pages; and only then does it answer.
 *
 * Throws: StartRefusal or DatabaseRefusal with a sentence; whatever was opened by then is closed again.
 */
export async function startProcess(env: Env, log: Log): Promise<RunningProcess> {
  const closing = closeInOrder()
  try {
    await checkFolder(env.dataDir)
    const server = await listen(env)
    closing.add(() => closeServer(server))
    const metrics = openMetrics()
    // Known to this process alone, so that a page can only have it from here.
    const mark = env.mark === null ? null : `${env.mark}-${randomUUID()}`
    const gateway = attachGateway(env, server, mark, log, metrics)
    const shared = await openSharedParts(env, log)
    closing.add(shared.close)
    const opened = await openContainer(env, server, shared, { log, metrics }, closing.add)
    await serve(opened, server, { gateway, mark }, shared, closing.add)
    return { announcement: await introduce(opened.container), stop: closing.close }
  } catch (error) {
    await closing.close()
    throw error
  }
}

type AddClosing = (close: () => Promise<unknown>) => void

function publicUrlOf(env: Env, server: Server): string {
  const host = env.host.includes(":") ? `[${env.host}]` : env.host
  return env.publicUrl ?? `http://${host}:${portOf(server)}`
}

function attachGateway(
  env: Env,
  server: Server,
  mark: string | null,
  log: Log,
  metrics: Metrics,
): Gateway {
  const publicUrl = publicUrlOf(env, server)
  const gateway = createGateway({
    isHttps: publicUrl.startsWith("https:"),
    isDevelopment: !env.isProduction,
    trustedProxies: env.trustedProxies,
    publicUrl,
    ownOrigins: ownOrigins(env.publicUrl, portOf(server)),
    log,
    metrics,
    mark,
  })
  server.on("request", gateway.request)
  server.on("upgrade", gateway.upgrade)
  return gateway
}

/** A container, and the queue its engine gives hints to. */
interface Opened {
  readonly container: Container
  readonly queue: Queue | null
}

async function openContainer(
  env: Env,
  server: Server,
  { shared, openQueue }: OpenedShared,
  { log, metrics }: { log: Log; metrics: Metrics },
  onClose: AddClosing,
): Promise<Opened> {
  const secrets = await loadSecrets(env)
  const db: Database = await openDatabase(env)
  onClose(() => db.close())
  const queue = openQueue(db)
  const parts = {
    ...shared,
    env,
    secrets,
    publicUrl: publicUrlOf(env, server),
    ownOrigins: ownOrigins(env.publicUrl, portOf(server)),
    log,
    clock: systemClock,
    metrics,
    db,
  }
  const container = buildContainer(parts, queue)
  onClose(() => container.outbound.close())
  onClose(() => container.documentWork.close())
  onClose(() => container.knowledge.close())
  onClose(keepDatabase(db, env.dataDir, log))
  if (env.role !== "web") onClose(keepFiles(container))
  if (env.role !== "web") onClose(keepKnowledge(container))
  if (queue !== null) onClose(() => queue.close())
  // Turns that run are finished first, while everything they need is there.
  onClose(() => container.engine.stop())
  return { container, queue }
}

async function serve(
  { container, queue }: Opened,
  server: Server,
  { gateway, mark }: { gateway: Gateway; mark: string | null },
  { checks, locks }: OpenedShared,
  onClose: AddClosing,
): Promise<void> {
  const { env, log, engine } = container
  if (env.role !== "worker")
    await alone(locks, "demo", () => (env.isPublic ? turnOffDemo(container) : seedDemo(container)))
  publishPagesPort(createPagesPort(container, mark))
  const hasPages = env.pages && env.role !== "worker"
  const address = { host: env.host, port: portOf(server) }
  const pages = hasPages ? await startPages(env, server, address, log) : null
  if (pages !== null) onClose(() => pages.close())
  const { parts, sockets } = await createParts(container, pages, checks)
  if (env.role !== "web") {
    engine.start()
    if (queue !== null) await startWorkers(queue, engine)
  }
  gateway.open(parts)
  onClose(async () => {
    gateway.close()
    await sockets.close()
  })
}

async function introduce(container: Container): Promise<string> {
  const { env, secrets, publicUrl, log, db } = container
  const security = describeSecurity(env, publicUrl)
  log.info({ role: env.role, database: db.kind, ...security }, "started")
  return announce(env.announce, {
    url: publicUrl,
    dataDir: env.dataDir,
    database: db.kind,
    demo: env.isPublic ? null : { email: demoEmail, password: secrets.demoPassword },
  })
}

/** Takes no new connections and waits for the answers that are under way. */
function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeIdleConnections()
  })
}
