import { existsSync } from "node:fs"
import { mkdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { lockDirectory } from "#db/pglite/directory-lock.ts"
import { databaseFolder } from "#db/pglite/open-embedded.ts"
import { restoreBackup } from "#db/pglite/restore-backup.ts"
import type { Env } from "#server/env.ts"
import { refuseRealServer } from "./back-up.ts"

/**
 * Puts the database of a backup in the place of the one an installation has, while it does not run.
 *
 * The backup is unpacked and opened beside it first, so one that cannot be read changes nothing. What
 * was there is kept under a name of its own; its path is given, null when there was nothing.
 *
 * Throws: StartRefusal or DatabaseRefusal with a sentence, also while the product runs.
 */
export async function restoreInstallation(
  { dataDir, databaseUrl }: Pick<Env, "dataDir" | "databaseUrl">,
  file: string,
  now: Date,
): Promise<{ replaced: string | null }> {
  refuseRealServer(databaseUrl)
  const lock = await lockDirectory(dataDir)
  const stamp = now.toISOString().replaceAll(/[:.]/g, "-")
  const beside = join(dataDir, `restoring-${stamp}`)
  try {
    await mkdir(beside)
    await restoreBackup(file, beside)
    const replaced = await moveAside(databaseFolder(dataDir), join(dataDir, `replaced-${stamp}`))
    await rename(databaseFolder(beside), databaseFolder(dataDir))
    return { replaced }
  } finally {
    await rm(beside, { recursive: true, force: true })
    await lock.release()
  }
}

async function moveAside(folder: string, place: string): Promise<string | null> {
  if (!existsSync(folder)) return null
  await rename(folder, place)
  return place
}
