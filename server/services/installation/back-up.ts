import { existsSync } from "node:fs"
import { join } from "node:path"
import { createDatabase } from "#db/client.ts"
import { databaseFolder, openEmbedded } from "#db/pglite/open-embedded.ts"
import { writeBackup } from "#db/pglite/upkeep.ts"
import type { Env } from "#server/env.ts"
import { StartRefusal } from "#server/errors/start-refusal.ts"
import { backupsFolder, keptBackups } from "./backups.ts"

/**
 * Writes a backup of the embedded database of an installation that does not run. The database is not
 * migrated on the way, so that a backup can be made before an upgrade.
 *
 * Gives the file's path.
 * Throws: StartRefusal or DatabaseRefusal with a sentence, also while the product runs.
 */
export async function backUpInstallation(
  { dataDir, databaseUrl }: Pick<Env, "dataDir" | "databaseUrl">,
  now: Date,
): Promise<string> {
  refuseRealServer(databaseUrl)
  if (!existsSync(databaseFolder(dataDir)))
    throw new StartRefusal(
      `There is no database in ${dataDir}; set DATA_DIR to the folder the server uses.`,
    )
  const { backend, remote } = await openEmbedded(dataDir)
  const db = createDatabase(backend, remote)
  try {
    return await writeBackup(db, join(dataDir, backupsFolder), keptBackups, now)
  } finally {
    await db.close()
  }
}

/** Only the embedded database is backed up from here. Throws: StartRefusal. */
export function refuseRealServer(databaseUrl: string | null): void {
  if (databaseUrl !== null)
    throw new StartRefusal(
      "DATABASE_URL names a Postgres server; back it up and restore it with its own tools, such as pg_dump and pg_restore.",
    )
}
