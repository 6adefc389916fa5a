import { existsSync, readdirSync, readFileSync } from "node:fs"
import { DatabaseRefusal } from "../errors.ts"
import { databaseFolder, openEmbedded } from "./open-embedded.ts"

/**
 * Makes the embedded database of a data directory from a backup. The directory must not hold one yet.
 *
 * Throws: DatabaseRefusal with a sentence when it does, or when the backup cannot be read.
 */
export async function restoreBackup(file: string, dataDir: string): Promise<void> {
  const folder = databaseFolder(dataDir)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new DatabaseRefusal(
      `There is a database in ${folder} already. Move it away first, so that nothing is lost.`,
    )
  if (!existsSync(file)) throw new DatabaseRefusal(`There is no backup at ${file}.`)
  const { backend } = await openEmbedded(dataDir, readFileSync(file))
  await backend.close()
}
