import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { migrate } from "../migrate.ts"
import { databaseFolder, openEmbedded } from "../pglite/open-embedded.ts"
import { cacheFolder, hashOfMigrations } from "./embedded-database.ts"

/**
 * Makes a data directory hold what the product's first start leaves in it, an embedded database with every
 * migration and no rows, for suites about something later. Copying it takes a tenth of making it.
 */
export async function fillDataDir(dataDir: string): Promise<void> {
  const template = join(cacheFolder, `directory-${hashOfMigrations()}`)
  if (!existsSync(template)) await makeTemplate(template)
  mkdirSync(dataDir, { recursive: true })
  cpSync(template, databaseFolder(dataDir), { recursive: true })
}

async function makeTemplate(template: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "botwright-template-"))
  const { backend } = await openEmbedded(dataDir)
  await migrate(backend)
  await backend.close()
  mkdirSync(dirname(template), { recursive: true })
  // Two suites may make it at once: the name appears only when it is whole, and for one of them.
  const own = `${template}.${process.pid}`
  cpSync(databaseFolder(dataDir), own, { recursive: true })
  try {
    renameSync(own, template)
  } catch {
    rmSync(own, { recursive: true, force: true })
  }
  rmSync(dataDir, { recursive: true, force: true })
}
