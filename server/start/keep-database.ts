import { join } from "node:path"
import type { Database } from "#db/client.ts"
import { startUpkeep } from "#db/pglite/upkeep.ts"
import type { Log } from "#server/log.ts"
import { backupsFolder, keptBackups } from "#server/services/installation/backups.ts"

const hourMs = 60 * 60_000

/** Looks after the embedded database while the process runs; the function given back stops that. */
export function keepDatabase(db: Database, dataDir: string, log: Log): () => Promise<void> {
  return startUpkeep(db, {
    directory: join(dataDir, backupsFolder),
    keptBackups,
    vacuumEveryMs: hourMs,
    backupEveryMs: 24 * hourMs,
    report: (err) => log.error({ err }, "The upkeep of the embedded database met a problem."),
  })
}
