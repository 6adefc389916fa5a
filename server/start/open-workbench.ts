import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { newId } from "#catalog/ids.ts"
import { createDatabase, type Database } from "#db/client.ts"
import { migrate } from "#db/migrate.ts"
import { openInMemory } from "#db/pglite/open-embedded.ts"
import { systemClock } from "#server/clock.ts"
import { readEnv } from "#server/env.ts"
import { openLog } from "#server/log.ts"
import { openMetrics } from "#server/metrics.ts"
import { loadSecrets } from "#server/secrets/load-secrets.ts"
import type { ServiceContext } from "#server/services/context.ts"
import { insertOrg } from "#server/services/orgs/create.ts"
import { buildContainer } from "./build-container.ts"
import { closeInOrder } from "./close-in-order.ts"
import { openSharedParts } from "./open-shared-parts.ts"

/** The product without a port, over a database in memory, for somebody who works on files alone. */
export interface Workbench {
  /** The owner of its one organization. */
  readonly owner: ServiceContext
  close(): Promise<void>
}

const url = "http://127.0.0.1"

async function openFresh(): Promise<Database> {
  const { backend, remote } = await openInMemory()
  await migrate(backend)
  return createDatabase(backend, remote)
}

/** Opens a workbench; close it after, and nothing of it is left. */
export async function openWorkbench(openDatabase = openFresh): Promise<Workbench> {
  const dataDir = await mkdtemp(join(tmpdir(), "botwright-workbench-"))
  const closing = closeInOrder()
  closing.add(() => rm(dataDir, { recursive: true, force: true }))
  try {
    const env = readEnv({ DATA_DIR: dataDir, LOG_LEVEL: "error" })
    const log = openLog(env.logLevel)
    const { shared, close } = await openSharedParts(env, log)
    closing.add(close)
    const db = await openDatabase()
    closing.add(() => db.close())
    const container = buildContainer({
      ...{ env, log, db, publicUrl: url, ownOrigins: new Set([url]) },
      ...{ secrets: await loadSecrets(env), clock: systemClock, metrics: openMetrics() },
      ...shared,
    })
    closing.add(() => container.outbound.close())
    closing.add(() => container.knowledge.close())
    closing.add(() => container.engine.stop())
    const userId = newId("usr")
    await db.accountsQuery("insert into users (id, email, name) values ($1, $2, $3)", [
      ...[userId, "workbench@botwright.local", "Workbench"],
    ])
    const anyone = { container, requestId: "req_workbench", ip: "127.0.0.1", userAgent: "" }
    const owner = await insertOrg(anyone, userId, "Workbench")
    return { owner, close: closing.close }
  } catch (error) {
    await closing.close()
    throw error
  }
}
