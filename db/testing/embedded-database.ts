import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { createDatabase, type Database } from "../client.ts"
import { migrate, readMigrations } from "../migrate.ts"
import { openInMemory } from "../pglite/open-embedded.ts"

const cache = fileURLToPath(new URL("../../node_modules/.cache/botwright/", import.meta.url))

export interface TestDatabaseOptions {
  /** How long a transaction may stay open, for suites about exactly that. */
  readonly limitMs?: number
}

/**
 * Opens an embedded database in memory with every migration applied, for one suite; close it after.
 *
 * It is loaded from a dump that the first suite made, which is four times as fast as making it anew.
 */
export async function openEmbeddedTestDatabase({
  limitMs,
}: TestDatabaseOptions = {}): Promise<Database> {
  const { backend, remote } = await openInMemory(await loadTemplate())
  return createDatabase(backend, remote, limitMs)
}

async function loadTemplate(): Promise<Uint8Array> {
  const file = join(cache, `embedded-${hashOfMigrations()}.tar.gz`)
  try {
    return readFileSync(file)
  } catch {
    return makeTemplate(file)
  }
}

async function makeTemplate(file: string): Promise<Uint8Array> {
  const { backend, remote } = await openInMemory()
  await migrate(backend)
  const dump = await remote.dump()
  await backend.close()
  mkdirSync(cache, { recursive: true })
  // Two suites may make it at once: each writes its own file, and the name appears only when it is whole.
  const own = `${file}.${process.pid}`
  writeFileSync(own, dump)
  renameSync(own, file)
  return dump
}

/** Names a template, so that a changed migration makes a new one. */
export function hashOfMigrations(): string {
  const hash = createHash("sha256")
  for (const { name, text } of readMigrations()) hash.update(name).update(text)
  return hash.digest("hex").slice(0, 12)
}
